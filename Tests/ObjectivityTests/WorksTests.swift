import Testing

@testable import Objectivity

@Suite("The order of works for the expert")
struct WorksTests {
  @Test func `Five tasks by hand`() throws {
    let vectors = try Vectors("pf_hand")
    let scale = GuttmanScale(success: try vectors["success"].numbers)
    for known in try vectors["cases"].list {
      let points = try known["x"].ints
      #expect(scale.errors(points) == (try known["G"].int))
      #expect(scale.mostErrors[points.reduce(0, +)] == (try known["max"].int))
      expect(scale.normed(points), try known["Gnorm"].number, within: exact)
    }
  }

  @Test(arguments: [("pf_equal", 2), ("pf_binary", 1)])
  func `Tables of equal maxima`(_ name: String, _ maximum: Int) throws {
    let vectors = try Vectors(name)
    let works = try vectors["X"].table
    let scale = GuttmanScale(reference: works, maxima: works[0].map { _ in maximum })
    #expect(works.map { scale.errors($0) } == (try vectors["G"].ints))
    expect(works.map { scale.normed($0) }, try vectors["Gnorm"].numbers, within: exact)
    expect(works.map { scale.u3($0) }, try vectors["U3"].numbers, within: exact)
  }

  @Test func `U3 is 0 in the usual order, 1 in its reverse, and finite where all or none got a point`() {
    let scale = GuttmanScale(reference: [[1, 1, 0, 0], [1, 0, 1, 0], [1, 1, 0, 0]], maxima: [1, 1, 1, 1])
    expect(scale.u3([1, 1, 0, 0]), 0, within: exact)
    expect(scale.u3([0, 0, 1, 1]), 1, within: exact)
    for pattern in [[1, 0, 0, 1], [0, 1, 1, 0], [1, 1, 1, 1], [0, 0, 0, 0]] {
      #expect(0...1 ~= scale.u3(pattern))
    }
  }

  @Test func `Unequal maxima: order, most errors, and works`() throws {
    let vectors = try Vectors("pf_unequal")
    let scale = GuttmanScale(
      reference: try vectors["ref"].table, maxima: try vectors["max_points"].ints)
    #expect(scale.steps.map { [$0.task, $0.points - 1] } == (try vectors["order"].table))
    #expect(scale.mostErrors == [0, 4, 9, 14, 14, 13, 11, 7, 0])
    for known in try vectors["cases"].list {
      let points = try known["x"].ints
      #expect(scale.errors(points) == (try known["G"].int))
      expect(scale.normed(points), try known["Gnorm"].number, within: exact)
    }
    for (task, shares) in try vectors["popularity"].list.enumerated() {
      for (points, share) in try shares.list.enumerated() {
        let step = scale.steps.first { $0.task == task && $0.points == points + 1 }
        expect(step?.popularity, try share.number, within: exact)
      }
    }
  }

  @Test func `The most errors are found by trying every pattern too`() throws {
    let vectors = try Vectors("pf_unequal")
    let maxima = try vectors["max_points"].ints
    let scale = GuttmanScale(reference: try vectors["ref"].table, maxima: maxima)
    var patterns: [[Int]] = [[]]
    for maximum in maxima { patterns = patterns.flatMap { pattern in (0...maximum).map { pattern + [$0] } } }
    #expect(patterns.count == 96)
    var most = [Int](repeating: 0, count: maxima.reduce(1, +))
    for pattern in patterns {
      most[pattern.reduce(0, +)] = max(most[pattern.reduce(0, +)], scale.errors(pattern))
    }
    #expect(most == scale.mostErrors)
  }

  @Test func `The work against the usual order is opened first`() throws {
    let reference = try Vectors("pf_unequal")["ref"].table
    let maxima = [1, 1, 2, 1, 3]
    let order = try #require(
      WorkOrder(
        set: [[1, 1, 0, 0, 0], [0, 0, 0, 0, 2], [1, 1, 1, 0, 0]], reference: reference, maxima: maxima))
    #expect(order.works.map(\.index) == [1, 0, 2])
    #expect(order.works[0].normed == 1)
    #expect(order.z != nil)
    #expect(WorkOrder(set: reference, reference: Array(reference.prefix(19)), maxima: maxima) == nil)
  }

  @Test func `On the average a reference work stands in the middle`() throws {
    let reference = try Vectors("pf_equal")["X"].table
    let order = try #require(
      WorkOrder(set: reference, reference: reference, maxima: [2, 2, 2, 2, 2, 2]))
    expect(order.works.map(\.percentile).mean, 0.5, within: 0.06)
  }
}

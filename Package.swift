// swift-tools-version: 6.2
import PackageDescription

/// `FUZZ=1` builds everything for libFuzzer and adds its driver; see `make fuzz`.
let isFuzzed = Context.environment["FUZZ"] == "1"

/// Every target of ours is built strictly: Swift 6 mode, warnings as errors.
let tool: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let strict = tool + (isFuzzed ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

let package = Package(
  name: "oko",
  products: [
    .executable(name: "oko", targets: ["oko"]),
    .executable(name: "oko-district", targets: ["oko-district"]),
    .executable(name: "oko-desk", targets: ["oko-desk"]),
    .library(name: "Assessment", targets: ["Assessment"]),
    .library(name: "Form", targets: ["Form"]),
    .library(name: "Objectivity", targets: ["Objectivity"]),
    .library(name: "SchoolCalendar", targets: ["SchoolCalendar"]),
    .library(name: "Seasons", targets: ["Seasons"]),
    .library(name: "Spreadsheet", targets: ["Spreadsheet"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SQLite for the memory of the district; needs libsqlite3-dev.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
  ],
  targets: [
    // System libraries, a module map each.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CCrypt", pkgConfig: "libxcrypt", providers: [.apt(["libcrypt-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CMalloc"),
    // libzip and libxlsxwriter (libzip-dev, libxlsxwriter-dev), opened when they are called first.
    .target(name: "CLate"),

    // Bytes to workbooks and days to terms: know nothing of schools, nor of tables.
    .target(
      name: "Spreadsheet",
      dependencies: ["CLate", "CZlib", "CDeflate", "CExpat", "CNettle", "CMalloc"],
      swiftSettings: strict + [.strictMemorySafety()]),
    .target(name: "SchoolCalendar", swiftSettings: strict),

    // Exact statistics over counts: know nothing of files, words, or anything else here.
    .target(name: "Objectivity", swiftSettings: strict),

    // The meaning: pure, no files, no clock.
    .target(
      name: "Assessment", dependencies: ["Spreadsheet", "SchoolCalendar"], swiftSettings: strict),

    // The data of the seasons: `schemas/`, compiled in, with an overlay from a folder.
    .executableTarget(name: "embed-schemas", swiftSettings: tool),
    .plugin(name: "EmbedSchemas", capability: .buildTool(), dependencies: ["embed-schemas"]),
    .target(
      name: "Seasons", dependencies: ["Assessment", "SchoolCalendar", "Spreadsheet"], swiftSettings: strict,
      plugins: ["EmbedSchemas"]),

    // The ways out.
    .target(name: "Form", dependencies: ["Assessment", "Spreadsheet"], swiftSettings: strict),
    .target(
      name: "Blanks", dependencies: ["Assessment", "Form", "SchoolCalendar", "Spreadsheet"],
      swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: ["Assessment", "Form", "Objectivity", "SchoolCalendar", "Seasons", "Spreadsheet"],
      swiftSettings: strict),

    // One check of files, the same for every door: no paths, no clock, no command line.
    .target(
      name: "Checking",
      dependencies: ["Assessment", "Form", "Objectivity", "SchoolCalendar", "Seasons", "Spreadsheet"],
      swiftSettings: strict),

    // The memory of the district: the only module that imports GRDB.
    .target(
      name: "Registry",
      dependencies: ["Assessment", "SchoolCalendar", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),

    // The district: what belongs together, overview, letters, terms. Pure.
    .target(
      name: "District",
      dependencies: ["Assessment", "Checking", "Registry", "Reports", "SchoolCalendar", "Spreadsheet"],
      swiftSettings: strict),

    // Files that appear whole or not at all.
    .target(name: "WholeFiles", swiftSettings: strict),

    // What the programs have in common: language, exit codes, files, options.
    .target(
      name: "Console",
      dependencies: [
        "Assessment", "Checking", "Form", "SchoolCalendar", "Seasons", "Spreadsheet", "WholeFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Files from outside are read in processes that may die: both sides of the work.
    .target(
      name: "Workers",
      dependencies: [
        "Assessment", "Blanks", "Checking", "Form", "Reports", "SchoolCalendar", "Seasons", "Spreadsheet",
      ],
      swiftSettings: strict),

    // The doors. The second one has the database in it; the first hands the district's commands over to it.
    .executableTarget(
      name: "oko",
      dependencies: [
        "Assessment", "Blanks", "Checking", "Console", "Form", "Objectivity", "Reports", "SchoolCalendar",
        "Seasons", "Spreadsheet", "Workers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "oko-district",
      dependencies: [
        "Assessment", "Blanks", "Checking", "Console", "District", "Objectivity", "Registry", "Reports",
        "SchoolCalendar", "Seasons", "Spreadsheet", "Workers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // The web desk: the only code that imports the server.
    .target(
      name: "Desk",
      dependencies: [
        "Assessment", "Blanks", "CCrypt", "Checking", "District", "Objectivity", "Registry", "Reports",
        "SchoolCalendar", "Seasons", "Spreadsheet", "WholeFiles", "Workers",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
      ],
      resources: [.embedInCode("Assets")],
      swiftSettings: strict),
    .executableTarget(
      name: "oko-desk",
      dependencies: [
        "Assessment", "Checking", "Console", "Desk",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // The jobs of the benchmark; `make bench` runs them beside their peers.
    .executableTarget(
      name: "oko-bench",
      dependencies: ["Assessment", "Checking", "Form", "SchoolCalendar", "Seasons", "Spreadsheet"],
      path: "Benchmarks/Jobs", swiftSettings: strict),

    .testTarget(
      name: "ObjectivityTests", dependencies: ["Objectivity", "Spreadsheet"], swiftSettings: strict),
    .testTarget(name: "SpreadsheetTests", dependencies: ["Spreadsheet"], swiftSettings: strict),
    .testTarget(
      name: "SchoolCalendarTests", dependencies: ["SchoolCalendar"], swiftSettings: strict),
    .testTarget(
      name: "AssessmentTests", dependencies: ["Assessment", "Form", "Spreadsheet", "SchoolCalendar"],
      swiftSettings: strict),
    .testTarget(
      name: "FormTests", dependencies: ["Form", "Assessment", "Spreadsheet", "Seasons"],
      swiftSettings: strict),
    .testTarget(
      name: "BlanksTests", dependencies: ["Blanks", "Form", "Assessment", "Spreadsheet", "Seasons"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "Form", "Assessment", "Objectivity", "SchoolCalendar", "Spreadsheet", "Seasons",
      ],
      swiftSettings: strict),
    .testTarget(name: "SeasonsTests", dependencies: ["Seasons", "Assessment"], swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Assessment", "Checking", "SchoolCalendar"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "CheckingTests",
      dependencies: ["Checking", "Assessment", "SchoolCalendar", "Spreadsheet", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WorkersTests",
      dependencies: ["Workers", "Checking", "Assessment", "Reports", "SchoolCalendar", "TestSupport", "oko"],
      swiftSettings: strict),
    .testTarget(
      name: "RegistryTests",
      dependencies: [
        "Registry", "Assessment", "SchoolCalendar", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DistrictTests",
      dependencies: [
        "District", "Assessment", "Blanks", "Checking", "Registry", "Reports", "SchoolCalendar",
        "Spreadsheet",
      ],
      swiftSettings: strict),
    // What is fed with bytes of any kind, by the suite with seeds and finds, by libFuzzer with whatever it thinks of.
    .target(
      name: "FuzzTargets",
      dependencies: ["Assessment", "Checking", "Reports", "SchoolCalendar", "Seasons", "Spreadsheet"],
      path: "Tests/Fuzz/Targets", swiftSettings: strict),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"], swiftSettings: strict),
    .testTarget(
      name: "okoTests", dependencies: ["oko", "oko-district", "Reports", "Spreadsheet"], swiftSettings: strict
    ),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "Assessment", "Checking", "Desk", "Registry", "SchoolCalendar", "Seasons", "Workers", "oko",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

if isFuzzed {
  package.targets.append(
    .executableTarget(
      name: "oko-fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Driver", swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}

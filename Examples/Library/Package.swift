// swift-tools-version: 6.2
import PackageDescription

// The modules of oko in a program of one's own. Elsewhere the path would be the address of the repository.
let package = Package(
  name: "example",
  dependencies: [.package(name: "oko", path: "../..")],
  targets: [
    .executableTarget(
      name: "Example",
      dependencies: [
        .product(name: "Assessment", package: "oko"), .product(name: "Form", package: "oko"),
        .product(name: "Objectivity", package: "oko"), .product(name: "SchoolCalendar", package: "oko"),
        .product(name: "Seasons", package: "oko"), .product(name: "Spreadsheet", package: "oko"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)

/// What the command says of itself, and the ledger of whoever wrote to it.
package enum Release {
    package static let version = "0.1.0"
}

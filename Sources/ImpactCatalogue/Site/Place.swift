/// Where things are in the site: addresses from its root, and the ids they end in.
enum Place {
    static func page(_ table: String) -> String { "tables/\(encoded(table)).html" }
    static func file(_ table: String) -> String { "tables/\(table).html" }
    static func column(_ cell: Cell) -> String { "\(page(cell.table.name))#\(encoded(id(ofColumn: cell.column)))" }
    static func id(ofColumn name: String) -> String { "c-\(name)" }
    static func id(ofTable name: String) -> String { "t-\(name)" }

    /// As a part of an address: every byte but letters, digits and `-_.` by its number.
    private static func encoded(_ name: String) -> String {
        name.utf8.map { byte -> String in
            let character = Character(UnicodeScalar(byte))
            if byte < 128, character.isLetter || character.isNumber || "-_.".contains(character) { return String(character) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}

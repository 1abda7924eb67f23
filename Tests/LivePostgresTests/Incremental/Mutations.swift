/// What may happen to production between two runs, as one statement; the same seed gives the same.
struct Mutations {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func number(_ bound: Int) -> Int {
        // SplitMix64
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    private static let tables = ["personne", "societe", "role", "rapport", "document"]

    /// Rows of a late transaction are beyond: nothing else waits for them.
    static let beyond = 1_000_000
    static let prepared = 1_100_000

    /// Any row of a table; there may be none.
    private mutating func row(_ table: String) -> String {
        "(SELECT id FROM \(table) WHERE id < \(Self.beyond) ORDER BY md5(id || '\(number(1 << 30))') LIMIT 1)"
    }

    /// A number that was free, or is free again: near, in a gap, or far.
    private mutating func key(_ table: String) -> String {
        let candidate = [number(500), number(500), 500 + number(100), number(20) * 640 + number(3), -number(200)][number(5)]
        return
            "(SELECT n FROM generate_series(\(candidate), \(candidate) + 900) AS n WHERE NOT EXISTS (SELECT FROM \(table) WHERE id = n) LIMIT 1)"
    }

    /// So many of them, each in a transaction of its own, some after what was rolled back to a savepoint, some within one.
    mutating func transactions(_ count: Int) -> String {
        (0..<count).map { _ in
            switch number(6) {
            case 0: "BEGIN; SAVEPOINT one; \(next()); ROLLBACK TO one; \(next()); COMMIT"
            case 1: "BEGIN; SAVEPOINT one; \(next()); RELEASE one; SAVEPOINT two; \(next()); SAVEPOINT three; \(next()); COMMIT"
            case 2: "BEGIN; \(next()); ROLLBACK"
            default: "BEGIN; \(next()); COMMIT"
            }
        }.joined(separator: ";\n")
    }

    mutating func next() -> String {
        switch number(9) {
        case 0, 1: return insertion(Self.tables[number(5)])
        case 2, 3: return update()
        case 4: return move()
        case 5: return swap()
        case 6: return "UPDATE \(Self.tables[number(5)]) AS one SET id = one.id WHERE id = \(row("role"))"
        case 7:
            let table = Self.tables[number(5)]
            return "UPDATE \(table) SET id = \(key(table)) WHERE id = \(row(table))"
        default:
            // Persons and companies take much with them.
            let table = number(4) == 0 ? Self.tables[number(5)] : Self.tables[2 + number(3)]
            return "DELETE FROM \(table) WHERE id = \(row(table))"
        }
    }

    private mutating func insertion(_ table: String) -> String {
        let key = key(table)
        switch table {
        case "personne": return "INSERT INTO personne SELECT \(key), \(number(2) == 0)"
        case "societe": return "INSERT INTO societe SELECT \(key), 'Neuve \(number(9))', \(number(50)) / 4.0, \(row("societe"))"
        case "role": return "INSERT INTO role SELECT \(key), 'gérant', \(row("personne")), \(row("societe"))"
        case "rapport": return "INSERT INTO rapport SELECT \(key), \(2018 + number(9)), NULL, \(row("societe")) ON CONFLICT DO NOTHING"
        default: return "INSERT INTO document SELECT \(key), \(number(99)), \(row("rapport"))"
        }
    }

    private mutating func update() -> String {
        [
            "UPDATE personne SET actif = NOT actif WHERE id = \(row("personne"))",
            "UPDATE societe SET nom = 'Autre \(number(9))' WHERE id = \(row("societe"))",
            "UPDATE societe SET note = round(note, \(1 + number(3))) WHERE id = \(row("societe"))",
            "UPDATE societe SET note = NULL WHERE id = \(row("societe"))",
            "UPDATE role SET genre = '\(["gérant", "membre", "invité"][number(3)])' WHERE id = \(row("role"))",
            "UPDATE rapport SET statut = CASE WHEN statut IS NULL THEN 'rendu' END WHERE id = \(row("rapport"))",
            "UPDATE document SET pages = pages + 1 WHERE id = \(row("document"))",
        ][number(7)]
    }

    private mutating func move() -> String {
        [
            "UPDATE role SET societe_id = \(row("societe")) WHERE id = \(row("role"))",
            "UPDATE role SET personne_id = \(row("personne")) WHERE id = \(row("role"))",
            "UPDATE document SET rapport_id = \(row("rapport")) WHERE id = \(row("document"))",
            "UPDATE societe SET mere_id = \(row("societe")) WHERE id = \(row("societe"))",
            "UPDATE rapport SET annee = \(3000 + number(1_000_000)) WHERE id = \(row("rapport"))",
        ][number(5)]
    }

    /// Two rows of one table exchange a value.
    private mutating func swap() -> String {
        let (table, column) = [
            ("societe", "nom"), ("document", "pages"), ("role", "genre"), ("role", "personne_id"), ("role", "societe_id"),
        ][number(5)]
        return """
            WITH pair AS (SELECT \(row(table)) AS a, \(row(table)) AS b)
            UPDATE \(table) AS one SET \(column) = other.\(column) FROM \(table) AS other, pair
            WHERE (one.id, other.id) IN ((pair.a, pair.b), (pair.b, pair.a))
            """
    }
}

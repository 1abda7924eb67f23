/// `2026-11-24 00:05`, in its parts.
struct Minute {
    let year, day: Int
    /// 1 to 12
    let month: Int
    let time: String

    init?(_ text: String) {
        let parts = text.split(separator: " ")
        let date = parts.first?.split(separator: "-").compactMap { Int($0) } ?? []
        guard parts.count == 2, date.count == 3, (1...12).contains(date[1]) else { return nil }
        (year, month, day) = (date[0], date[1], date[2])
        time = String(parts[1])
    }
}

import SwiftSyntax

extension SourceFileSyntax {
    /// `let a \u{A0}= 1`, where a space that does not break, or another character that is none, stands against a sign with spaces on both
    /// sides. swift-syntax (603.0.1) finds nothing to insert then, and stops the process where it would explain the error.
    var unevenEquals: TokenSyntax? { tokens(viewMode: .all).first { $0.tokenKind == .equal && $0.isUneven } }
}

extension TokenSyntax {
    fileprivate var isUneven: Bool {
        let (before, after) = (previousToken(viewMode: .all)?.trailingTrivia.pieces ?? [], trailingTrivia.pieces)
        let neighbors = [before.last, after.first].compactMap { $0 }
        return before.contains(where: \.isSpaceOrTab) && after.contains(where: \.isSpaceOrTab)
            && neighbors.contains { !$0.isSpaceOrTab && !$0.isNewline && !$0.isComment }
    }
}

// instead of:     let connecte_le = connecte_le.truncated(to: .month)
    let connecte_le = connecte_le.truncated(to: .day).truncated(to: .month)

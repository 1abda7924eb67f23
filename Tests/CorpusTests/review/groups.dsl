// instead of:     @by(.month) let mois = depose_le
    @by(.quarter) let mois = depose_le

"""Tables as ods and csv, for who has no Excel and for later."""

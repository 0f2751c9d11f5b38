"""Tables and named queries; rows to domain values and back. No HTTP."""

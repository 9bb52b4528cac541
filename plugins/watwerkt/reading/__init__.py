"""From YAML text to records: one reader with positions, findings as data, and their renderers."""

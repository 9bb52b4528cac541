"""The texts that explain every code: what it means, why it matters, what to do, with examples (Dutch, B1)."""

"""The knowledge base: all records together, the checks between them, and how they are loaded."""

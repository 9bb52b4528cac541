"""Wat werkt in de wijk: YAML records of neighbourhood practices to checks, scores and a static site."""

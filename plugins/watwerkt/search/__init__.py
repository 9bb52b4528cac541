"""Search: the index that the browser searches, built from the records with help for Dutch words."""

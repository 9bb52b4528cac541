"""The knowledge base as open data: files that others can build on, in the forms that they work with.

Everything here is made from output models of its own (:mod:`watwerkt.exports.models`), so that a change of the records
never changes what others rely on by accident. Version 1 of the data only ever gains fields.
"""

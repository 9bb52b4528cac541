"""Ways into the knowledge base without git: a commented template, a wizard, Word and Excel files, an issue form.

All of them end in the same place: the text of one YAML file per practice, which `watwerkt check` then judges.
"""

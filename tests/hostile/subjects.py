"""All that is spoiled, by name."""

import spoiled_databases
import spoiled_tables
import spoiled_texts

SUBJECTS = {
    subject.name: subject
    for module in (spoiled_databases, spoiled_texts, spoiled_tables)
    for subject in module.SUBJECTS
}

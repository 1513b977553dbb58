//! Decision: what becomes of a draft when somebody edits it.

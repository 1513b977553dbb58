//! Series of webinars: what their dates share, what each has of its own, and what an edit does to which of them.

pub(crate) mod dating;
pub(crate) mod demonstrating;
pub(crate) mod editing;
pub(crate) mod file;
pub(crate) mod settings;

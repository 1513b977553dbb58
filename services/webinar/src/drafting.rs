//! A webinar from nothing: what organisers type, step by step, and how it becomes the same event that a file makes.

pub(crate) mod draft;
pub(crate) mod filing;
pub(crate) mod missing;
pub(crate) mod slug;

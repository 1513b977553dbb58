//! Decision: who is touched when a draft is released.

//! Decision: what planners should look at before a draft is released. None of it is in the way of anything.

//! What the crate writes, read with eyes other than its own, and replies as others write them.

mod feeds;
mod invitations;
mod lines;
mod reader;
mod replies;
mod samples;
mod zones;

//! Proposals, speakers and their files as people meet them, on both databases.

mod browser;
mod calling;
mod committee;
mod speaking;

//! The program is killed at random moments under load, and nothing that was answered is lost.

mod killed;
mod mixed;
mod put_back;
mod reminders;

//! What search engines read about a conference and its sessions.

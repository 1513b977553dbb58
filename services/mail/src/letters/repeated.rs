use serde::Serialize;

use super::{About, Letter};

/// Somebody signed the address up once more; only this letter tells that it was signed up already.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Repeated {
    pub(crate) about: About,
    /// The person stands on the waiting list.
    pub(crate) waiting: bool,
}

impl Letter for Repeated {
    const FOLDER: &'static str = "repeated";

    fn samples() -> Vec<Self> {
        vec![Self { about: About::sample(), waiting: false }, Self { about: About::sample(), waiting: true }]
    }
}

use serde::Serialize;

use super::{About, Letter};

/// There is something to see of a webinar that there was not when the letter after it went.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Material {
    pub(crate) about: About,
    /// The person's own page of it.
    pub(crate) own_link: String,
}

impl Letter for Material {
    const FOLDER: &'static str = "material";

    fn samples() -> Vec<Self> {
        let own_link = "https://moteplass.example/webinar/tomme-lokale/delta/Zm9yLXRlc3Rz".to_owned();
        vec![Self { about: About::sample(), own_link }]
    }
}

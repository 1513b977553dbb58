use serde::Serialize;

use super::{About, Letter};

/// The webinar is over: where the recording and the slides are, and, to those who were there, a few questions.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Afterwards {
    pub(crate) about: About,
    pub(crate) attended: bool,
    /// There is something to see already.
    pub(crate) material: bool,
    /// The person's own page of it.
    pub(crate) own_link: String,
    /// Only for those who were there.
    pub(crate) evaluation_link: Option<String>,
}

impl Letter for Afterwards {
    const FOLDER: &'static str = "afterwards";

    fn samples() -> Vec<Self> {
        let link = |part: &str| format!("https://moteplass.example/webinar/tomme-lokale/{part}/Zm9yLXRlc3Rz");
        let sample = |attended: bool, material: bool| Self {
            about: About::sample(),
            attended,
            material,
            own_link: link("delta"),
            evaluation_link: attended.then(|| link("vurdering")),
        };
        vec![
            sample(true, true),
            Self { about: About::sample_both(), ..sample(false, true) },
            sample(false, false),
            Self { evaluation_link: None, ..sample(true, false) },
        ]
    }
}

use serde::Serialize;

use super::{About, Letter};
use crate::own_words::{Paragraph, Piece};

/// What organisers wrote to some of those who are signed up.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Notice {
    pub(crate) about: About,
    pub(crate) subject: String,
    pub(crate) text: Vec<Paragraph>,
    /// To get no more of them; absent where people have to know.
    pub(crate) stop_link: Option<String>,
}

impl Letter for Notice {
    const FOLDER: &'static str = "notice";

    fn samples() -> Vec<Self> {
        let piece = |text: &str, link| Piece { text: text.to_owned(), link };
        let text = vec![
            vec![vec![piece("Hugs gode sko & <regnklede>.", false)], vec![piece("Vi går til fjells.", false)]],
            vec![vec![piece("Kart: ", false), piece("https://kart.example/narvik?a=1&b=2", true), piece(".", false)]],
        ];
        let stop_link = Some("https://moteplass.example/paminningar/Zm9yLXRlc3Rz".to_owned());
        let subject = "Hugs gode sko & <regnklede>".to_owned();
        let of = |about| Self { about, subject: subject.clone(), text: text.clone(), stop_link: None };
        vec![of(About::sample()), Self { stop_link, ..of(About::sample_in_person()) }]
    }
}

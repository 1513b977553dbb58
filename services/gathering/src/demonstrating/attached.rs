//! Made-up material of a gathering: for all, and for the network.

use crate::store::gathering;
use crate::store::material::{Kind, Model, Texts, insert};
use bus::Bus;
use proto::{Language, Localised};
use uuid::Uuid;

type Words = [&'static str; 4];

const LINK: Words = ["Kva er ein byregion?", "Hva er en byregion?", "Vad är en stadsregion?", "What is a city region?"];
const INDICATOR: Words = [
    "Dei som bur i omlandet og arbeider i byen",
    "De som bor i omlandet og arbeider i byen",
    "De som bor i omlandet och arbetar i staden",
    "Those who live around the town and work in it",
];
const EXAMPLE: Words =
    ["Eit torg som vart brukt", "Et torg som ble brukt", "Ett torg som användes", "A square that was used"];
const TEXT: Words = [
    "Kommunen rydda plass til marknad kvar laurdag. Etter eitt år er det oppdikta talet på besøkande dobla.",
    "Kommunen ryddet plass til marked hver lørdag. Etter ett år er det oppdiktede tallet på besøkende doblet.",
    "Kommunen gjorde plats för marknad varje lördag. Efter ett år har det påhittade antalet besökare fördubblats.",
    "The municipality made room for a market every Saturday. After a year the made-up number of visitors has doubled.",
];
const MINUTES: Words = [
    "Notat frå førre samling",
    "Notat fra forrige samling",
    "Anteckningar från förra träffen",
    "Notes of the last gathering",
];

fn texts(words: Words) -> Texts {
    let languages = [Language::Nn, Language::Nb, Language::Sv, Language::En];
    Texts(Localised::from([0, 1, 2, 3].map(|at| (languages[at], words[at]))))
}

/// A document with one page and nothing on it.
const PDF: &[u8] =
    b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> \
    endobj\n3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";

/// Attaches one of each kind.
pub(super) async fn add(bus: &Bus, to: &gathering::Model) -> anyhow::Result<()> {
    let work = bus.begin().await?;
    let of = |kind: Kind, title: Words| Model {
        id: Uuid::now_v7(),
        gathering: to.id,
        kind,
        for_all: true,
        title: texts(title),
        description: Texts::default(),
        value: String::new(),
        unit: String::new(),
        source: String::new(),
        municipality: None,
        link: String::new(),
        file_name: String::new(),
        media_type: String::new(),
        size: 0,
        sha256: String::new(),
        content: Vec::new(),
        added_at: work.now,
    };
    let link = "https://distriktssenteret.example/byregion".to_owned();
    let minutes = Model {
        for_all: false,
        file_name: uploads::file_name("Notat.pdf", uploads::Format::Pdf),
        media_type: uploads::Format::Pdf.media_type().to_owned(),
        size: i64::try_from(PDF.len())?,
        sha256: "made-up".to_owned(),
        content: PDF.to_vec(),
        ..of(Kind::Document, MINUTES)
    };
    let (value, unit, source) = ("38,5".to_owned(), "%".to_owned(), "oppdikta".to_owned());
    for row in [
        Model { link, ..of(Kind::Document, LINK) },
        minutes,
        Model { value, unit, source, ..of(Kind::Indicator, INDICATOR) },
        Model { municipality: Some("5007".to_owned()), description: texts(TEXT), ..of(Kind::Example, EXAMPLE) },
    ] {
        insert(&work.tx, row).await?;
    }
    work.commit().await?;
    Ok(())
}

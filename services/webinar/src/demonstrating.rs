//! A made-up webinar that will be over when anybody looks, for the demonstration: who came, what there is to see, and what people thought.

use crate::evaluation::Answer;
use crate::store::afterwards::Change;
use crate::store::material::{self, Audience, Kind};
use crate::store::{self, attendance, participant};
use crate::{NAME, telling};
use anyhow::Context;
use bus::{Bus, Carrier};
use host::Host;
use proto::webinar::WebinarJoined;
use proto::{EventId, RegistrationId};
use uuid::Uuid;

/// Every third did not come.
const MISSING: usize = 3;
const ANSWERS: [(&str, &str, &str, &str); 7] = [
    ("5", "4", "yes", "Fint med døme frå kommunar som liknar på vår."),
    ("4", "4", "yes", ""),
    ("5", "5", "yes", "Gjerne meir tid til spørsmål."),
    ("4", "2", "maybe", "Lyden fall ut hjå den siste innleiaren."),
    ("3", "4", "maybe", ""),
    ("5", "5", "yes", ""),
    ("2", "4", "no", "Eg hadde venta meir om eigarane av lokala."),
];
const LINK: &str = "https://film.example.org/gardsdrift-og-gatefest";
const SLIDES: &[u8] =
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 320 180]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// Lets two of three have come to a webinar that will be over, shows a recording and slides, and lets some have answered.
pub async fn demonstrate(host: &Host, slug: &str) -> anyhow::Result<()> {
    let (bus, _loops) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let work = bus.begin().await?;
    let webinar = store::webinar::by_slug(&work.tx, slug).await?.context("the webinar is not there")?;
    let signed_up = participant::admitted(&work.tx, webinar.id).await?;
    let at = webinar.starts_at.min(work.now);
    for person in signed_up.iter().enumerate().filter(|(number, _)| number % MISSING > 0).map(|(_, person)| person) {
        if attendance::note(&work.tx, person.registration, webinar.id, at).await? {
            let (registration_id, event_id) = (RegistrationId(person.registration), EventId(webinar.id));
            work.say(&WebinarJoined { registration_id, event_id, at });
        }
    }
    let recording = (Kind::Recording, Audience::All, "Opptak av webinaret", LINK, b"".as_slice());
    let slides = (Kind::Slides, Audience::SignedUp, "Lysbileta til innleiarane", "", SLIDES);
    for (kind, audience, title, link, content) in [recording, slides] {
        let row = material::Model {
            id: Uuid::now_v7(),
            event: webinar.id,
            kind,
            audience,
            title: title.to_owned(),
            link: link.to_owned(),
            size: i64::try_from(content.len()).unwrap_or_default(),
            content: content.to_vec(),
            added_at: work.now,
        };
        material::insert(&work.tx, row).await?;
    }
    for (useful, practical, recommend, comment) in ANSWERS {
        let chosen = [("useful", useful), ("practical", practical), ("recommend", recommend)].into();
        store::evaluation::add(&work.tx, webinar.id, &Answer { chosen, comment: comment.to_owned() }).await?;
    }
    telling::tell(&work, EventId(webinar.id), Change::Material { there: true, at: work.now }).await?;
    work.commit().await?;
    Ok(())
}

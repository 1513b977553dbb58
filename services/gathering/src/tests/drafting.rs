//! A gathering from nothing, as its organisers meet it.

use super::world::{Answer, MEMBERS, World, world};
use crate::store::{delegation, gathering};
use axum::http::{StatusCode, header};
use host::testing::{KINDS, Kind};
use proto::account::Role;
use proto::event::{EventCancelled, EventPublished};

const LIST: &str = "/arrangor/samling";
const TEXTS: [(&str, &str); 6] = [
    ("title_nn", "Samling frå <ingenting>"),
    ("title_nb", "Samling fra <ingenting>"),
    ("summary_nn", "To dagar."),
    ("summary_nb", "To dager."),
    ("description_nn", "Vi møtest."),
    ("description_nb", "Vi møtes."),
];
const TIME: [(&str, &str); 12] = [
    ("day-day", "27"),
    ("day-month", "4"),
    ("day-year", "2027"),
    ("starts", "12"),
    ("until-day", "28"),
    ("until-month", "4"),
    ("until-year", "2027"),
    ("ends", "15"),
    ("timezone", "Europe/Oslo"),
    ("attendance", "in_person"),
    ("venue_nn", "Kulturhuset, Namsos kommune"),
    ("venue_nb", "Kulturhuset, Namsos kommune"),
];
const SIGN_UP: [(&str, &str); 3] =
    [("capacity", "60"), ("contact_name", "Kontoret"), ("contact_email", "post@distriktssenteret.example")];
const CHOICES: [(&str, &str); 3] =
    [("choice-1_nn", "Overnatting"), ("choice-1_nb", "Overnatting"), ("choice-1-places", "20")];
const NETWORK: [(&str, &str); 3] = [("network", "byregionprogrammet"), ("seats", "2"), ("most_elected", "1")];

struct Drafting {
    world: World,
    editor: String,
    path: String,
}

impl Drafting {
    async fn begin(kind: Kind) -> Self {
        let world = world(kind).await;
        world.network(MEMBERS).await;
        let editor = world.signed_in("distriktssenteret", Role::Editor);
        let begun = world.press(LIST, &editor, &[("organisation", "distriktssenteret")]).await;
        let first = begun.header(header::LOCATION).to_owned();
        let path = first.strip_suffix("/steg/tekst").expect("on to the first step").to_owned();
        Self { world, editor, path }
    }

    async fn row(&self) -> drafting::store::Model {
        let id = self.path.rsplit('/').next().unwrap().parse().unwrap();
        drafting::store::find(&self.world.host.db.read, id).await.unwrap().expect("a draft")
    }

    async fn save(&self, step: &str, fields: &[(&str, &str)]) -> Answer {
        let version = self.row().await.version.to_string();
        let sent = [&[("version", version.as_str())], fields].concat();
        self.world.press(&format!("{}/steg/{step}", self.path), &self.editor, &sent).await
    }

    async fn fill_in(&self, invited: &[(&str, &str)]) {
        let steps: [(&str, &[(&str, &str)]); 5] =
            [("tekst", &TEXTS), ("tid", &TIME), ("innbydde", invited), ("pamelding", &SIGN_UP), ("val", &CHOICES)];
        for (step, fields) in steps {
            let saved = self.save(step, fields).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{step}: {}", saved.text);
        }
    }

    async fn publish(&self) -> Answer {
        let version = self.row().await.version.to_string();
        self.world.press(&self.path, &self.editor, &[("version", version.as_str())]).await
    }

    async fn gathering(&self) -> gathering::Model {
        let slug = self.row().await.slug.expect("it is published");
        gathering::by_slug(&self.world.host.db.read, &slug).await.unwrap().unwrap()
    }
}

#[tokio::test]
async fn a_network_is_called_together_step_by_step() {
    for kind in KINDS {
        let made = Drafting::begin(kind).await;
        let page = made.world.look(&format!("{}/steg/innbydde", made.path), &made.editor).await;
        assert!(page.text.contains("byregionprogrammet"), "{}", page.text);
        made.fill_in(&NETWORK).await;
        let preview = made.world.look(&format!("{}/sja/nb", made.path), &made.editor).await;
        assert!(preview.text.contains("Samling fra &lt;ingenting&gt;"), "{}", preview.text);
        assert_eq!(made.world.said::<EventPublished>().await, [], "nobody hears of a draft");
        let done = made.publish().await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let row = made.gathering().await;
        assert_eq!((row.network.as_str(), row.rules().seats), ("byregionprogrammet", 2));
        assert_eq!(row.event().choices().map(|pool| pool.capacity).collect::<Vec<_>>(), [Some(20)]);
        assert!(!delegation::of(&made.world.host.db.read, row.id).await.unwrap().is_empty());
        // Who is invited stays as it is from now on.
        made.save("innbydde", &[("network", "")]).await;
        let refused = made.publish().await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("steg/innbydde#network"), "{}", refused.text);
        assert_eq!(made.gathering().await.network, "byregionprogrammet");
    }
}

#[tokio::test]
async fn a_gathering_for_all_has_no_delegations_and_more_seats_than_places_are_told_of() {
    for kind in KINDS {
        let made = Drafting::begin(kind).await;
        made.fill_in(&[("network", "byregionprogrammet"), ("seats", "50")]).await;
        let refused = made.publish().await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("steg/innbydde#seats"), "{}", refused.text);
        made.save("innbydde", &[("network", "")]).await;
        assert_eq!(made.publish().await.status, StatusCode::SEE_OTHER);
        let row = made.gathering().await;
        assert_eq!(row.network, "");
        assert_eq!(delegation::of(&made.world.host.db.read, row.id).await.unwrap(), []);
        for path in [format!("{LIST}/{}", row.slug), row.event().path()] {
            assert_eq!(made.world.look(&path, &made.editor).await.status, StatusCode::OK, "{path}");
        }
    }
}

#[tokio::test]
async fn a_gathering_is_cancelled_with_a_reason_once_and_by_its_editors_only() {
    for kind in KINDS {
        let made = Drafting::begin(kind).await;
        made.fill_in(&[("network", "")]).await;
        made.publish().await;
        let path = format!("{LIST}/{}/avlysing", made.gathering().await.slug);
        let whole = [("reason_nn", "Storm."), ("reason_nb", "Storm."), ("sure", "yes")];
        for (organisation, role) in [("distriktssenteret", Role::Reader), ("bylivsenteret", Role::Owner)] {
            let other = made.world.signed_in(organisation, role);
            assert_eq!(made.world.look(&path, &other).await.status, StatusCode::NOT_FOUND);
            assert_eq!(made.world.press(&path, &other, &whole).await.status, StatusCode::NOT_FOUND);
            assert_eq!(made.world.look(&made.path, &other).await.status, StatusCode::NOT_FOUND);
        }
        let asked = made.world.press(&path, &made.editor, &whole[..1]).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.text.contains("#reason_nb") && asked.text.contains("#sure"), "{}", asked.text);
        assert!(asked.text.contains("Storm."), "what was typed stays");
        assert_eq!(made.world.said::<EventCancelled>().await, []);
        for _ in 0..2 {
            assert_eq!(made.world.press(&path, &made.editor, &whole).await.status, StatusCode::SEE_OTHER);
        }
        let said = made.world.said::<EventCancelled>().await;
        assert_eq!(said.len(), 1, "a second time changes nothing");
        assert_eq!(said[0].reason.as_ref().map(|reason| reason.0.len()), Some(2));
        assert!(made.gathering().await.cancelled);
    }
}

//! What organisers make in pages, so that there is something behind as many routes as can be.

use crate::rights::person::Person;
use crate::rights::site::OWN;
use tests::World;
use tests::conference::Conference;
use tests::visitor::{Page, local};
use uuid::Uuid;

const PDF: &str = "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";

/// What the owner has: drafts, a message, documents, a plan of tables, a call with a proposal, and a passkey.
pub(super) async fn furnish(world: &World, owner: &mut Person) {
    drafts(world, owner).await;
    message(owner).await;
    documents(owner).await;
    plan(owner).await;
    proposal(world, owner).await;
    passkey(world, owner).await;
    world.settle().await;
}

/// Of each kind one with a question, and one that has become an event.
async fn drafts(world: &World, owner: &mut Person) {
    let kinds = [
        ("webinar", "webinar", "torg"),
        ("samling", "gathering", "samling"),
        ("konferanse", "conference", Conference::SLUG),
    ];
    for (kind, service, event) in kinds {
        let list = format!("/arrangor/{kind}");
        for asks in [true, false] {
            let begun = owner.done(&list, &[("organisation", OWN)]).await;
            let path = begun.strip_suffix("/steg/tekst").expect("on to the first step");
            if asks {
                owner
                    .done(
                        &format!("{path}/steg/sporsmal"),
                        &[("version", "1"), ("do", "add"), ("what", "municipality")],
                    )
                    .await;
                continue;
            }
            let id: Uuid = path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
            let db = world.db(service);
            let row = drafting::store::find(&db.read, id).await.expect("drafts").expect("a draft");
            let published =
                drafting::store::Model { slug: Some(event.to_owned()), published: Some(row.version), ..row };
            drafting::store::update(&db.write, published).await.expect("a draft");
        }
    }
}

async fn message(owner: &mut Person) {
    let path = "/arrangor/brev/torg/meldingar/ny";
    let id = owner.visitor.get(path).await.value("id").expect("a form");
    let mut fields = vec![("id", id.as_str()), ("standing", "admitted"), ("any_hour", "yes")];
    for (subject, text) in [("subject_nn", "text_nn"), ("subject_nb", "text_nb")] {
        fields.extend([(subject, "Hugs kaffikoppen"), (text, "Ta med kopp.")]);
    }
    owner.done(path, &fields).await;
}

async fn documents(owner: &mut Person) {
    let of_webinar = [("kind", "slides"), ("audience", "all"), ("title", "Lysark")];
    owner.hands_in("/arrangor/webinar/torg/opptak", &of_webinar).await;
    let of_gathering = [("title-nn", "Saksliste"), ("title-nb", "Saksliste"), ("visible", "all")];
    owner.hands_in("/arrangor/samling/samling/materiale/dokument", &of_gathering).await;
    let path = format!("/arrangor/konferanse/{}/dokument", Conference::SLUG);
    let page = owner.visitor.get(&path).await;
    let session = page.body.split('"').find(|part| part.parse::<Uuid>().is_ok()).expect("a session").to_owned();
    owner.hands_in(&format!("{path}/lysark"), &[("session", session.as_str())]).await;
}

async fn plan(owner: &mut Person) {
    let fields =
        [("kind", "tables"), ("name_nn", "Middag"), ("name_nb", "Middag"), ("size", "8"), ("mixing", "spread")];
    owner.done("/arrangor/samling/samling/planar", &fields).await;
}

async fn proposal(world: &World, owner: &mut Person) {
    let today = world.house.clock.now().date_naive();
    let (opens, closes) = ((today - chrono::Days::new(1)).to_string(), (today + chrono::Days::new(9)).to_string());
    let call = [
        ("revision", "0"),
        ("opens", opens.as_str()),
        ("opens-time", "08:00"),
        ("closes", closes.as_str()),
        ("closes-time", "08:00"),
        ("text-nn", "Fortel oss om noko de har prøvd."),
        ("text-nb", "Fortell oss om noe dere har prøvd."),
    ];
    owner.done(&format!("/arrangor/konferanse/{}/framlegg", Conference::SLUG), &call).await;
    let path = format!("/konferanse/{}/framlegg", Conference::SLUG);
    let proposal = [
        ("title", "Torget"),
        ("summary", "Om torget."),
        ("kind", "workshop"),
        ("person-1-name", "Ola Innsendar"),
        ("person-1-email", "ola@innsendar.example"),
    ];
    let page = world.visitor("nn").fill_in(&path, &path, &proposal).await;
    assert!(page.status.is_success(), "{}", page.words());
}

/// There is no device here that could make one.
async fn passkey(world: &World, owner: &Person) {
    let made = portal::passkey::Made { credential: vec![1], key: vec![2], state: vec![3] };
    let now = world.house.clock.now();
    let kept = portal::store::passkey::make(&world.db("portal").write, owner.account, "Telefon", made, now).await;
    assert!(kept.expect("a passkey"), "it is new");
}

impl Person {
    /// Sends a form, which leads on; gives where to.
    async fn done(&mut self, path: &str, fields: &[(&str, &str)]) -> String {
        let all = [&[("csrf", self.csrf.as_str())], fields].concat();
        led_on(path, &self.visitor.post(path, &all).await)
    }

    /// The same with a file.
    async fn hands_in(&mut self, path: &str, fields: &[(&str, &str)]) -> String {
        let all = [&[("csrf", self.csrf.as_str())], fields].concat();
        led_on(path, &self.visitor.post_file(path, &all, ("lysark.pdf", PDF)).await)
    }
}

fn led_on(path: &str, page: &Page) -> String {
    let to = page.location.as_deref();
    local(to.unwrap_or_else(|| panic!("{path} is answered {}: {}", page.status, page.words())))
}

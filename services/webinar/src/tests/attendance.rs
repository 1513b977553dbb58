//! A list of who came, from the file to the notes.

use super::world::{World, at, registration, world};
use crate::forgetting;
use crate::store::{attendance, list};
use axum::http::{StatusCode, header};
use chrono::TimeDelta;
use host::testing::KINDS;
use proto::account::Role;
use proto::event::Event;
use proto::registration::{Registration, RegistrationAdmitted, RegistrationWithdrawn, State, Withdrawal};
use proto::webinar::WebinarJoined;
use proto::{EventId, RegistrationId};
use sea_orm::{EntityTrait, PaginatorTrait};
use std::collections::BTreeSet;
use uuid::Uuid;

const PAGE: &str = "/arrangor/webinar/torget-som-arbeidsplass/frammote";
const AFTER: &str = "2027-03-16T12:00:00Z";

const LIST: &str = "1. Sammendrag\r\nMøtetittel\tTorget\r\n\r\n2. Deltakere\r\nNavn\tFørste deltakelse\tE-post\tDeltaker-ID (UPN)\tRolle\r\nNordmann, Kari\t16.03.2027, 09:58\tKARI@kommune.example\t\tDeltaker\r\nÅse Moe (Gjest)\t16.03.2027, 09:58\t\t\tDeltaker\r\n=cmd|' /C calc'!A0\t16.03.2027, 09:58\t\t\tDeltaker\r\n<b>iPad</b>\t16.03.2027, 09:58\t\t\tDeltaker\r\n\r\n3. Aktiviteter i møtet\r\nNavn\tE-post\r\nIngen Slik\tx@x.example\r\n";

fn utf16(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

struct Meeting {
    world: World,
    event: Event,
    kari: Registration,
    aase: Registration,
    cookies: String,
    csrf: String,
}

/// Two are signed up, and it is over.
async fn meeting(kind: host::testing::Kind) -> Meeting {
    let world = world(kind).await;
    let event = world.published().await;
    let kari = person(&world, event.id, "Kari Nordmann", "kari@kommune.example").await;
    let aase = person(&world, event.id, "Åse Berit Moe", "ase@kommune.example").await;
    world.host.clock.set(at(AFTER));
    let (visit, csrf) = host::testing::visitor(&world.host);
    let cookies = format!("{visit}; {}", world.signed_in("distriktssenteret", Role::Editor));
    Meeting { world, event, kari, aase, cookies, csrf }
}

async fn person(world: &World, event: EventId, name: &str, email: &str) -> Registration {
    let one =
        Registration { name: name.to_owned(), email: email.to_owned(), ..registration(event, 1, State::Admitted) };
    world.hear(RegistrationAdmitted { registration: one.clone(), from_waiting_list: false }).await;
    one
}

impl Meeting {
    async fn read(&self, file: &[u8]) -> super::world::Answer {
        self.world.send_file(PAGE, &self.cookies, &[("csrf", &self.csrf)], ("liste.csv", file)).await
    }

    /// Reads a good list; the path of its preview.
    async fn preview(&self) -> String {
        let answer = self.read(&utf16(LIST)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        answer.header(header::LOCATION).to_owned()
    }

    async fn take_in(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let fields = [&[("csrf", self.csrf.as_str())], fields].concat();
        self.world.send(path, &self.cookies, &fields).await.header(header::LOCATION).to_owned()
    }

    async fn came(&self) -> BTreeSet<Uuid> {
        attendance::of_event(&self.world.host.db.read, self.event.id.0).await.unwrap()
    }

    async fn told(&self) -> Vec<RegistrationId> {
        let joined = bus::testing::said_of::<WebinarJoined>(&self.world.host.db).await;
        joined.into_iter().map(|one| one.registration_id).collect()
    }
}

#[tokio::test]
async fn nothing_is_taken_in_before_the_organiser_has_seen_it_and_nobody_is_counted_twice() {
    for kind in KINDS {
        let meeting = meeting(kind).await;
        let path = meeting.preview().await;
        let page = meeting.world.look(&path, &meeting.cookies).await;
        assert!(
            page.text.contains("Kven er Åse Moe (Gjest)?") && page.text.contains("ase@kommune.example"),
            "{}",
            page.text
        );
        assert!(page.text.contains("=cmd|") && !page.text.contains("<b>iPad"), "{}", page.text);
        assert!(!page.text.contains("Ingen Slik"));
        assert!(meeting.came().await.is_empty());

        assert_eq!(meeting.take_in(&path, &[]).await, format!("{PAGE}?nye=1"));
        assert_eq!(meeting.came().await, BTreeSet::from([meeting.kari.id.0]), "a name alone is not enough");
        assert_eq!(meeting.take_in(&path, &[]).await, format!("{PAGE}?borte=1"), "a list is taken in once");

        let path = meeting.preview().await;
        let aase = meeting.aase.id.0.to_string();
        assert_eq!(meeting.take_in(&path, &[("person-1", &aase)]).await, format!("{PAGE}?nye=1"));
        let path = meeting.preview().await;
        assert_eq!(meeting.take_in(&path, &[("person-1", &aase)]).await, format!("{PAGE}?nye=0"));
        assert_eq!(meeting.told().await, [meeting.kari.id, meeting.aase.id]);
    }
}

#[tokio::test]
async fn only_those_whom_the_name_fits_and_who_have_a_place_can_be_chosen() {
    for kind in KINDS {
        let meeting = meeting(kind).await;
        let stranger = person(&meeting.world, meeting.event.id, "Ola Berg", "ola@kommune.example").await;
        let path = meeting.preview().await;
        let gone = Registration { revision: 2, state: State::Withdrawn, ..meeting.kari.clone() };
        meeting
            .world
            .hear(RegistrationWithdrawn { registration: gone, why: Withdrawal::ByPerson, declined: None })
            .await;
        let chosen = stranger.id.0.to_string();
        let fields = [("person-0", chosen.as_str()), ("person-1", &chosen), ("person-2", "x"), ("person-99", &chosen)];
        assert_eq!(meeting.take_in(&path, &fields).await, format!("{PAGE}?nye=0"));
        assert!(meeting.came().await.is_empty());
    }
}

#[tokio::test]
async fn two_of_one_name_can_both_have_come_and_a_whole_name_is_chosen_beforehand() {
    for kind in KINDS {
        let meeting = meeting(kind).await;
        let (world, event) = (&meeting.world, meeting.event.id);
        let one = person(world, event, "Ola Berg", "ola@kommune.example").await;
        let other = person(world, event, "Ola Berg", "ob@fylke.example").await;
        let eli = person(world, event, "Eli Vik", "eli@kommune.example").await;
        let answer = meeting.read("Name,Duration\nOla Berg,60\nOla Berg,59\n\"Vik, Eli\",60\n".as_bytes()).await;
        let path = answer.header(header::LOCATION).to_owned();
        let page = world.look(&path, &meeting.cookies).await.text;
        let ticked = |who: &Registration| {
            let at = page.find(&format!("value=\"{}\"", who.id.0)).unwrap();
            page[at..].split('>').next().unwrap().ends_with("checked")
        };
        assert_eq!([&one, &other, &eli].map(ticked), [false, false, true], "{page}");
        let ids = [&one, &other, &eli].map(|who| who.id.0.to_string());
        let fields = [("person-0", ids[0].as_str()), ("person-0", &ids[1]), ("person-1", &ids[2])];
        assert_eq!(meeting.take_in(&path, &fields).await, format!("{PAGE}?nye=3"));
        assert_eq!(meeting.came().await, BTreeSet::from([one.id.0, other.id.0, eli.id.0]));
    }
}

#[tokio::test]
async fn a_long_list_without_addresses_is_looked_over_and_one_that_nobody_could_look_over_is_refused() {
    let meeting = meeting(KINDS[0]).await;
    let (world, event) = (&meeting.world, meeting.event.id);
    for n in 0..160 {
        person(world, event, "Ola Berg", &format!("ola{n}@kommune.example")).await;
        person(world, event, &format!("Eli Vik{n}"), &format!("eli{n}@kommune.example")).await;
    }
    let list = |names: &mut dyn Iterator<Item = String>| {
        let rows: String = names.map(|name| format!("{name},60\n")).collect();
        format!("Name,Duration\n{rows}")
    };
    let whole = meeting.read(list(&mut (0..160).map(|n| format!("Eli Vik{n}"))).as_bytes()).await;
    let path = whole.header(header::LOCATION).to_owned();
    let page = world.look(&path, &meeting.cookies).await.text;
    assert_eq!(page.matches(" checked").count(), 160, "nothing is left to be done by hand");
    assert_eq!(meeting.take_in(&path, &[("drop", "1")]).await, PAGE);

    let unsure = meeting.read(list(&mut (0..151).map(|n| format!("Ola Berg Nr{n}"))).as_bytes()).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsure.text.contains("å velje mellom. Hent ei liste med e-postadresser"), "{}", unsure.text);
    assert_eq!(list::Entity::find().count(&world.host.db.read).await.unwrap(), 0);
}

#[tokio::test]
async fn a_list_with_mistakes_brings_nobody_and_says_where_they_are() {
    for kind in KINDS {
        let meeting = meeting(kind).await;
        let answer = meeting.read(b"Name,User Email\nKari,kari@kommune.example\nOla\nEli,eli\n").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("Linje 3: Her er det 1 kolonne, men overskrifta har 2."), "{}", answer.text);
        assert!(answer.text.contains("Linje 4: Det som står i kolonnen for e-post"));
        assert!(answer.text.contains("<title>Feil:"));
        let answer = meeting.read(b"Name,User Email\nK\xe5re,x@x.example\n").await;
        assert!(answer.text.contains("Linje 2: Teikna kan ikkje lesast."), "{}", answer.text);
        assert_eq!(list::Entity::find().count(&meeting.world.host.db.read).await.unwrap(), 0);
        assert!(meeting.came().await.is_empty() && meeting.told().await.is_empty());
    }
}

#[tokio::test]
async fn a_list_that_nobody_takes_in_is_thrown_away() {
    for kind in KINDS {
        let meeting = meeting(kind).await;
        let dropped = meeting.preview().await;
        assert_eq!(meeting.take_in(&dropped, &[("drop", "1")]).await, PAGE);
        assert!(meeting.came().await.is_empty());
        let path = meeting.preview().await;
        meeting.world.host.clock.advance(TimeDelta::hours(25));
        forgetting::turn(meeting.world.host.clone()).await.unwrap();
        assert_eq!(list::Entity::find().count(&meeting.world.host.db.read).await.unwrap(), 0);
        let cookies = meeting.world.signed_in("distriktssenteret", Role::Editor);
        let answer = meeting.world.look(&path, &cookies).await;
        assert_eq!(answer.header(header::LOCATION), format!("{PAGE}?borte=1"));
    }
}

#[tokio::test]
async fn lists_are_for_editors_of_the_organisation_and_forms_of_ours() {
    for kind in KINDS {
        let meeting = meeting(kind).await;
        let path = meeting.preview().await;
        let (visit, csrf) = host::testing::visitor(&meeting.world.host);
        let reader = format!("{visit}; {}", meeting.world.signed_in("distriktssenteret", Role::Reader));
        let other = format!("{visit}; {}", meeting.world.signed_in("bylivsenteret", Role::Owner));
        let file: (&str, &[u8]) = ("x.csv", b"Name,Email\nA,\n");
        for cookies in [&reader, &other] {
            let refused = StatusCode::NOT_FOUND;
            assert_eq!(meeting.world.look(&path, cookies).await.status, refused);
            assert_eq!(meeting.world.send(&path, cookies, &[("csrf", &csrf)]).await.status, refused);
            let sent = meeting.world.send_file(PAGE, cookies, &[("csrf", &csrf)], file).await;
            assert_eq!(sent.status, refused);
        }
        assert_eq!(meeting.world.look(PAGE, &other).await.status, StatusCode::NOT_FOUND);
        assert!(!meeting.world.look(PAGE, &reader).await.text.contains("type=\"file\""));
        assert_eq!(meeting.world.send(&path, &meeting.cookies, &[("csrf", "x")]).await.status, StatusCode::FORBIDDEN);
        let forged = meeting.world.send_file(PAGE, &meeting.cookies, &[("csrf", "x")], file).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        assert!(meeting.came().await.is_empty());
    }
}

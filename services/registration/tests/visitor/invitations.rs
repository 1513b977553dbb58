//! People whom organisers invite by name: written down, let go, and what they answer; and events that are for them alone.

use crate::world::{FORM, World, event, right};
use axum::http::StatusCode;
use chrono::TimeDelta;
use host::Purpose;
use host::testing::KINDS;
use proto::account::Role;
use proto::event::Closed;
use registration::hears::Registrations;
use registration::store::invitation::{self, Going, Model};
use registration::store::invitation_reminder;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::json;
use std::collections::HashMap;
use uuid::Uuid;

const LIST: &str = "/arrangor/pameldingar/levande-sentrum/invitasjonar";
const OWN: &str = "distriktssenteret";

async fn invitations(world: &World) -> Vec<invitation::Model> {
    let all = invitation::Entity::find().order_by_asc(invitation::Column::Email);
    all.all(&world.host.db.read).await.expect("an answer")
}

fn link(world: &World, row: &invitation::Model) -> String {
    let token = world.host.keys.token(Purpose::Invitation, row.id, row.generation());
    format!("{FORM}/invitert/{token}")
}

/// What a page carries so that only what was shown is done.
fn seen(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"sett\" value=\"").expect("what was shown");
    rest.split('"').next().expect("what was shown").to_owned()
}

/// Writes people down and lets the letters go.
async fn invite(world: &World, people: &str) {
    let edits = |fields: Vec<(&'static str, String)>| fields;
    let fields = edits(vec![("people", people.to_owned()), ("language", "nn".to_owned())]);
    let plain: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let shown = world.post_as(&format!("{LIST}/nye"), OWN, Role::Editor, &plain).await;
    let sett = seen(&shown.body);
    let fields = [plain, vec![("sett", sett.as_str()), ("do", "hold")]].concat();
    let held = world.post_as(&format!("{LIST}/nye"), OWN, Role::Editor, &fields).await;
    assert_eq!(held.status, StatusCode::SEE_OTHER, "{}", held.body);
    let shown = world.get_as(&format!("{LIST}/send"), OWN, Role::Editor).await;
    let sett = seen(&shown.body);
    let sent = world.post_as(&format!("{LIST}/send"), OWN, Role::Editor, &[("sett", &sett)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
}

#[tokio::test]
async fn whoever_is_invited_by_name_comes_once_and_nobody_else() {
    for kind in KINDS {
        let mut closed = event();
        closed.sign_up.closed = Some(Closed::default());
        let world = World::with(kind, &closed).await;
        world.get(FORM).await.says("Arrangementet er berre for inviterte");
        let stranger = world.post(FORM, &right(&[])).await;
        assert_eq!(stranger.status, StatusCode::CONFLICT);
        stranger.says("Arrangementet er berre for inviterte");
        for (role, status) in [(Role::Reader, StatusCode::NOT_FOUND), (Role::Editor, StatusCode::OK)] {
            assert_eq!(world.get_as(LIST, OWN, role).await.status, status);
        }
        assert_eq!(world.said().await, Vec::<String>::new());
        invite(&world, "Kari Nordmann <kari@kommune.no>, Volda kommune\nola@x.no\nKARI@kommune.no\ningen").await;
        let rows = invitations(&world).await;
        assert_eq!(rows.len(), 2, "{rows:?}");
        assert_eq!(world.said().await, ["invitation.issued.v1", "invitation.issued.v1"]);
        let (kari, ola) = (link(&world, &rows[0]), link(&world, &rows[1]));
        let form = world.get(&kari).await;
        form.says("value=\"Kari Nordmann\"");
        form.says("value=\"kari@kommune.no\"");
        // The address is hers to change; a second sign-up is nobody's.
        let token = kari.rsplit('/').next().expect("a token").to_owned();
        let own = right(&[("email", "kari.privat@x.no"), ("invitasjon", &token)]);
        world.done(FORM, &own).await.says("Takk! Du er påmeld.");
        let again =
            world.post(FORM, &right(&[("email", "andre@x.no"), ("invitasjon", &token), ("submission", "2")])).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        world.get(&kari).await.says("Invitasjonen er brukt");
        let body = json!({
            "name": "Eva", "email": "eva@x.no", "language": "nn", "choices": [], "invitation": token,
            "answers": { "attend": "in_person", "kitchen": "nei", "municipality": "1577" },
        });
        let refused = world.api(None, &body).await;
        assert_eq!(
            (refused.status, &refused.json()["title"]),
            (StatusCode::CONFLICT, &json!("Arrangementet er berre for inviterte"))
        );
        assert_eq!(world.rows().await.len(), 1);
        // Whoever signs off can come back with the same link.
        let own_page = world.link(&world.rows().await[0]);
        world.post(&format!("{own_page}/meld-av"), &[]).await;
        world.get(&kari).await.says("Du er invitert");
        // Only a button says no, and one may think again.
        world.get(&format!("{ola}/nei")).await.says("Takk nei til invitasjonen");
        assert_eq!(invitations(&world).await[1].declined_at, None);
        world.post(&format!("{ola}/nei"), &[("reason", "Eg er <b>bortreist</b>")]).await;
        world.get(&format!("{ola}/nei")).await.says("Takk for svaret");
        let list = world.get_as(LIST, OWN, Role::Editor).await;
        list.says("Eg er &lt;b&gt;bortreist&lt;");
        list.says("Har meldt seg av");
        // What is taken back opens nothing.
        let id = rows[1].id.to_string();
        world.post_as(LIST, OWN, Role::Editor, &[("do", "take-back"), ("id", &id)]).await;
        assert_eq!(world.get(&ola).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn those_who_have_not_answered_are_reminded_once_and_everybody_is_deleted_in_time() {
    for kind in KINDS {
        let world = World::new(kind).await;
        invite(&world, "a@x.no\nb@x.no\nc@x.no").await;
        let rows = invitations(&world).await;
        world.post(&format!("{}/nei", link(&world, &rows[0])), &[("forget", "yes")]).await;
        let gone = &invitations(&world).await[0];
        assert!(gone.erased_at.is_some() && gone.email.is_empty() && gone.declined_at.is_some());
        let trouble = proto::invitation::InvitationMailed {
            invitation_id: rows[1].id(),
            event_id: event().id,
            trouble: Some("550 5.1.1".to_owned()),
            at: world.host.clock.now(),
        };
        bus::testing::hear(&Registrations, &world.host, trouble).await.expect("an answer");
        world.get_as(LIST, OWN, Role::Editor).await.says("550 5.1.1");
        for expected in [StatusCode::SEE_OTHER, StatusCode::SEE_OTHER] {
            let page = world.get_as(&format!("{LIST}/minn"), OWN, Role::Editor).await;
            let sett = if page.body.contains("name=\"sett\"") { seen(&page.body) } else { break };
            let sent = world.post_as(&format!("{LIST}/minn"), OWN, Role::Editor, &[("sett", &sett)]).await;
            assert_eq!(sent.status, expected, "{}", sent.body);
        }
        let reminded = invitations(&world).await.iter().filter(|row| row.reminded_at.is_some()).count();
        assert_eq!(reminded, 1, "neither who has answered nor whom no letter reaches");
        world.host.clock.set(event().ends_at + TimeDelta::days(31));
        let (bus, _loops) = bus::Bus::build(registration::NAME, &world.host, &bus::Carrier::in_process()).start();
        registration::clock::erase(world.host.host.clone(), bus).await.expect("an answer");
        assert!(invitations(&world).await.iter().all(|row| row.erased_at.is_some() && row.address.is_none()));
    }
}

/// Somebody in the outbox.
fn held(number: u128, now: chrono::DateTime<chrono::Utc>) -> Model {
    let email = format!("p{number}@x.no");
    Model {
        id: Uuid::from_u128(number),
        event_id: event().id.0,
        revision: 0,
        generation: 0,
        name: format!("Person {number}"),
        address: Some(email.clone()),
        email,
        organisation: String::new(),
        language: "nn".to_owned(),
        created_at: now,
        issued_at: None,
        mailed_at: None,
        reminded_at: None,
        told_at: None,
        trouble: None,
        declined_at: None,
        reason: None,
        taken_back_at: None,
        going: None,
        registration_id: None,
        erased_at: None,
    }
}

/// How many letters were said to be written to each.
async fn issued(world: &World) -> HashMap<Uuid, usize> {
    let mut all = HashMap::new();
    for message in bus::testing::said_of::<proto::invitation::InvitationIssued>(&world.host.db).await {
        *all.entry(message.invitation_id.0).or_default() += 1;
    }
    all
}

#[tokio::test]
async fn people_sign_up_while_a_thousand_are_written_to_and_what_is_interrupted_goes_on_once() {
    const PEOPLE: usize = 1_050;
    for kind in KINDS {
        let world = World::new(kind).await;
        let (now, db, id) = (world.host.clock.now(), &world.host.db.write, event().id);
        let people: Vec<Model> = (1..=PEOPLE as u128).map(|number| held(number, now)).collect();
        let ids: Vec<Uuid> = people.iter().map(|row| row.id).collect();
        invitation::insert(db, people).await.expect("an answer");
        assert_eq!(invitation::let_go(db, &ids, Going::Invitation).await.expect("an answer"), PEOPLE as u64);
        assert_eq!(invitation::let_go(db, &ids, Going::Invitation).await.expect("an answer"), 0, "once is enough");
        let (bus, _loops) = bus::Bus::build(registration::NAME, &world.host, &bus::Carrier::in_process()).start();
        let some = async |commits: bool| {
            let work = bus.begin().await.expect("a transaction");
            assert!(registration::invited::send_some(&work, id).await.expect("an answer"));
            if commits { work.commit().await.expect("an answer") } else { work.rollback().await }
        };
        some(true).await;
        let page = world.get_as(LIST, OWN, Role::Editor).await;
        page.says("Brev som er på veg ut: 950");
        page.says_not("Send invitasjonar (");
        // The event is free between the portions; who signs up meanwhile needs no invitation.
        world.done(FORM, &right(&[("email", "p500@x.no")])).await.says("Takk! Du er påmeld.");
        some(false).await;
        assert_eq!(issued(&world).await.len(), 100, "{kind:?}: what was interrupted is not said");
        registration::clock::write_to_invited(world.host.host.clone(), bus.clone()).await.expect("an answer");
        let letters = issued(&world).await;
        assert_eq!((letters.len(), letters.values().max()), (PEOPLE - 1, Some(&1)), "{kind:?}");
        assert!(!letters.contains_key(&Uuid::from_u128(500)));
        let rows = invitations(&world).await;
        assert!(rows.iter().all(|row| row.going.is_none()));
        assert_eq!(rows.iter().filter(|row| row.issued_at.is_some() && row.revision == 1).count(), PEOPLE - 1);
    }
}

#[tokio::test]
async fn organisers_see_that_nobody_was_reminded_because_sign_up_was_closed() {
    for kind in KINDS {
        let world = World::new(kind).await;
        invite(&world, "a@x.no").await;
        let opens = event().sign_up.closes_at;
        let day = opens - TimeDelta::days(2);
        let local = day.with_timezone(&event().timezone);
        let parts = ["%d", "%m", "%Y"].map(|part| local.format(part).to_string());
        let fields = [("do", "day"), ("day-day", parts[0].as_str()), ("day-month", &parts[1]), ("day-year", &parts[2])];
        let set = world.post_as(LIST, OWN, Role::Editor, &fields).await;
        assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
        // Closed earlier than was planned.
        let mut closed = event();
        closed.revision += 1;
        closed.sign_up.closes_at = day - TimeDelta::days(1);
        world.publish(&closed).await;
        let (bus, _loops) = bus::Bus::build(registration::NAME, &world.host, &bus::Carrier::in_process()).start();
        let tick = async || registration::clock::write_to_invited(world.host.host.clone(), bus.clone()).await;
        world.host.clock.set(day);
        tick().await.expect("an answer");
        assert_eq!(issued(&world).await.values().sum::<usize>(), 1, "the invitation");
        let page = world.get_as(LIST, OWN, Role::Editor).await;
        page.says("Påminninga som skulle gå");
        page.says_not("blir minna på det");
        // Letters that were let go stay too, and the reminders are told of.
        let row = invitation_reminder::of(&world.host.db.read, event().id).await.expect("an answer");
        assert!(row.is_some_and(|row| row.missed_at.is_some()));
        let ids = [invitations(&world).await[0].id];
        invitation::let_go(&world.host.db.write, &ids, Going::Reminder).await.expect("an answer");
        tick().await.expect("an answer");
        let row = &invitations(&world).await[0];
        assert_eq!((row.going, row.reminded_at), (None, None), "{kind:?}");
    }
}

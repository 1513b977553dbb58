//! People whom organisers invite by name: written down, let go, and what they answer; and events that are for them alone.

use crate::world::{FORM, World, event, right};
use axum::http::StatusCode;
use chrono::TimeDelta;
use host::Purpose;
use host::testing::KINDS;
use proto::account::Role;
use proto::event::Closed;
use registration::hears::Registrations;
use registration::store::invitation;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::json;

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

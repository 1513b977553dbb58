//! Pages, as those see them who open them.

use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use bus::Carrier;
use chrono::TimeDelta;
use host::access::{self, Access};
use host::testing::{KINDS, Kind, visitor};
use proto::account::{EventRole, Membership, Role};
use proto::{AccountId, EventId};
use tower::ServiceExt;
use uuid::Uuid;

use super::sink::Mode;
use super::world::*;
use crate::purpose::{Purpose, Skip, State as Fate};

pub(super) async fn ask(world: &World, request: Request<Body>) -> Response<Body> {
    let (bus, _) = crate::listed(&world.mail, &Carrier::in_process()).start();
    let routes = crate::pages::routes(world.mail.clone(), bus);
    host::testing::site(&world.host, routes).oneshot(request).await.unwrap()
}

async fn get(world: &World, path: &str) -> Response<Body> {
    ask(world, Request::get(path).body(Body::empty()).unwrap()).await
}

pub(super) async fn body(response: Response<Body>) -> String {
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn path(address: &str) -> String {
    url::Url::parse(address).unwrap().path().to_owned()
}

#[test]
fn every_page_renders_in_every_language() {
    let text = crate::templates(&text::Text::new());
    host::testing::render_all(&text, &crate::pages());
    host::testing::render_all(&text, &crate::letters());
}

#[tokio::test]
async fn a_feed_holds_the_entry_of_the_invitation_and_is_only_sent_when_it_changed() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&choosing(&person(1))).await;
        let taken = world.taken().await;
        let invitation = ics(&taken[0]).unwrap();
        let person = person(1);
        let feed =
            format!("/kalender/{}.ics", world.host.keys.token(host::Purpose::Feed, person.id.0, person.generation));
        assert!(mail(&taken[0].data).body_text(0).unwrap().contains(&feed));
        let response = get(&world, &feed).await;
        assert_eq!(response.status(), StatusCode::OK);
        let head = response.headers().clone();
        assert_eq!(head[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
        assert_eq!(head[header::CACHE_CONTROL], "private, max-age=300");
        assert_eq!(head[header::REFERRER_POLICY], "no-referrer");
        assert_eq!(head["x-robots-tag"], "noindex");
        let calendar = body(response).await.replace("\r\n ", "");
        assert_eq!(property(&calendar, "UID"), property(&invitation, "UID"));
        assert!(calendar.contains("SUMMARY:Gruppearbeid"), "what was chosen has a time of its own");
        for never in ["METHOD", "ATTENDEE", "ORGANIZER", "/mi/"] {
            assert!(!calendar.contains(never), "{never} in {calendar}");
        }
        world.advance(TimeDelta::hours(1)).await;
        let again = Request::get(&feed).header(header::IF_NONE_MATCH, head[header::ETAG].clone());
        let response = ask(&world, again.body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
        world.cancel(&event()).await;
        let calendar = body(get(&world, &feed).await).await;
        assert!(calendar.contains("STATUS:CANCELLED"), "calendars must learn of it");
        world.advance(TimeDelta::weeks(8)).await;
        assert!(!body(get(&world, &feed).await).await.contains("VEVENT"));
        for wrong in [feed.replace(".ics", ""), feed.replace("/kalender/", "/kalender/x"), "/kalender/x.ics".to_owned()]
        {
            assert_eq!(get(&world, &wrong).await.status(), StatusCode::NOT_FOUND, "{wrong}");
        }
        let old = world.host.keys.token(host::Purpose::Feed, person.id.0, person.generation + 1);
        assert_eq!(get(&world, &format!("/kalender/{old}.ics")).await.status(), StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn one_click_stops_the_reminders_of_that_sign_up_and_nothing_else() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.admit(&person(2)).await;
        world.until(event().starts_at - TimeDelta::days(7)).await;
        let taken = world.taken().await;
        let reminder =
            taken.iter().find(|l| l.to == "ase1@kommune.example" && l.header("List-Unsubscribe").is_some()).unwrap();
        let link = reminder.header("List-Unsubscribe").unwrap();
        let link = path(link.trim_matches(['<', '>']));
        assert!(body(get(&world, &link).await).await.contains("<form method=\"post\""), "looking stops nothing");
        let click = Request::post(&link)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from("List-Unsubscribe=One-Click"))
            .unwrap();
        assert_eq!(ask(&world, click).await.status(), StatusCode::OK);
        let moved = moved(&event(), TimeDelta::hours(1));
        world.publish(&moved).await;
        for minutes in [7 * 24 * 60, 24 * 60, 60, 0] {
            world.until(moved.starts_at - TimeDelta::minutes(minutes)).await;
        }
        let reminders: Vec<_> = world.letters().await.into_iter().filter(|l| l.purpose == Purpose::Reminder).collect();
        let of = |number: u128| reminders.iter().filter(move |l| l.registration == Some(person(number).id.0));
        assert_eq!(of(1).filter(|l| l.state == Fate::Sent).count(), 1);
        assert!(of(1).all(|l| l.state == Fate::Sent || l.skip == Some(Skip::Stopped)), "{reminders:?}");
        assert_eq!(of(2).filter(|l| l.state == Fate::Sent).count(), 3);
        assert_eq!(world.fates(Purpose::Change).await.len(), 2, "changes are told all the same");
        assert_eq!(get(&world, &link.replace("/paminningar/", "/paminningar/A")).await.status(), StatusCode::NOT_FOUND);
    }
}

pub(super) fn signed_in(world: &World, organisation: &str, role: Role) -> String {
    with_access(world, vec![Membership { organisation: organisation.to_owned(), role }], Vec::new())
}

/// Somebody with a role in one event of the organisation and in nothing else.
pub(super) fn signed_in_at(world: &World, event: EventId, organisation: &str, role: Role) -> String {
    with_access(world, Vec::new(), vec![EventRole { event, organisation: organisation.to_owned(), role }])
}

fn with_access(world: &World, roles: Vec<Membership>, events: Vec<EventRole>) -> String {
    let access = Access {
        account: AccountId(Uuid::from_u128(1)),
        email: Some("redaktor@distriktssenteret.example".to_owned()),
        session: Uuid::from_u128(2),
        roles,
        events,
        operator: false,
        expires_at: world.host.clock.now() + TimeDelta::minutes(10),
    };
    format!("{}={}", access::COOKIE, access::seal(&world.host.keys, &access))
}

#[tokio::test]
async fn organisers_see_planned_letters_as_far_as_their_role_goes() {
    for kind in KINDS {
        let world = World::with(kind, Mode::RefuseGone, |_| {}).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        let mut gone = person(2);
        "gone@kommune.example".clone_into(&mut gone.email);
        world.admit(&gone).await;
        world.settle().await;
        let page = "/arrangor/brev/tomme-lokale?sprak=nn";
        let see = async |organisation: &str, role: Role| {
            let request = Request::get(page).header(header::COOKIE, signed_in(&world, organisation, role));
            ask(&world, request.body(Body::empty()).unwrap()).await
        };
        let seen = body(see("distriktssenteret", Role::Reader).await).await;
        assert!(
            seen.contains("ase1@kommune.example") && seen.contains("550") && seen.contains("Ikkje levert"),
            "{seen}"
        );
        assert!(!seen.contains("Send endringane no"), "a reader changes nothing");
        // How many there are tells of nobody; whose they are and what became of each does.
        for role in [Role::Numbers, Role::Door] {
            let seen = body(see("distriktssenteret", role).await).await;
            assert!(seen.contains("Påminning") && !seen.contains("ase1@") && !seen.contains("550"), "{role:?}: {seen}");
        }
        assert_eq!(see("ks", Role::Owner).await.status(), StatusCode::NOT_FOUND);
        let away = get(&world, page).await;
        assert!(away.status().is_redirection());
    }
}

#[tokio::test]
async fn an_editor_can_send_the_changes_now() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        world.publish(&moved(&event(), TimeDelta::hours(1))).await;
        let (visitor, csrf) = visitor(&world.host);
        let send = async |role: Role, csrf: &str| {
            let cookies = format!("{visitor}; {}", signed_in(&world, "distriktssenteret", role));
            let request = Request::post("/arrangor/brev/tomme-lokale")
                .header(header::COOKIE, cookies)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Body::from(format!("csrf={csrf}")))
                .unwrap();
            ask(&world, request).await.status()
        };
        assert_eq!(send(Role::Reader, &csrf).await, StatusCode::NOT_FOUND);
        assert_eq!(send(Role::Editor, "other").await, StatusCode::FORBIDDEN);
        assert_eq!(world.taken().await.len(), 1);
        assert_eq!(send(Role::Editor, &csrf).await, StatusCode::SEE_OTHER);
        assert_eq!(world.taken().await.len(), 2);
        assert_eq!(world.letter(Purpose::Change).await.state, Fate::Sent);
    }
}

#[tokio::test]
async fn without_a_mail_server_letters_lie_in_the_postbox_and_can_be_read_there() {
    for kind in KINDS {
        let world = World::with(kind, Mode::Fine, |_| {}).await;
        let mut settings = (*world.host.settings).clone();
        settings.smtp = None;
        settings.demo = true;
        let host = host::Host { settings: std::sync::Arc::new(settings), ..world.host.clone() };
        world.publish(&event()).await;
        let mut sly = person(1);
        sly.name = "Åse <script>alert(1)</script>".to_owned();
        // Only the folder is to send.
        let mut without = world;
        without.kill();
        without.admit(&sly).await;
        let service = crate::service(host.clone(), &Carrier::in_process()).await.unwrap();
        for task in service.tasks {
            tokio::spawn(task);
        }
        without.settle().await;
        let site = host::testing::site(&host, service.routes);
        let get =
            async |path: &str| site.clone().oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
        let list = body(get("/postkasse?sprak=nn").await).await;
        assert!(list.contains("Du er påmeld: Tomme lokale") && !list.contains("<script>alert"), "{list}");
        let at = list.find("/postkasse/").unwrap();
        let letter = list[at..].split('"').next().unwrap();
        let opened = get(&format!("{letter}?sprak=nn")).await;
        assert!(opened.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().contains("frame-src 'self'"));
        let opened = body(opened).await;
        for shown in
            ["onsdag 20. januar 2027 kl. 10.00–11.30", "Nettmøte", "arrangement@distriktssenteret.example", "<iframe"]
        {
            assert!(opened.contains(shown), "{shown} in {opened}");
        }
        let html = get(&format!("{letter}/html")).await;
        assert!(html.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().starts_with("sandbox"));
        assert!(!body(html).await.contains("<script"));
        let eml = get(&format!("{letter}/eml")).await;
        assert_eq!(eml.headers()[header::CONTENT_TYPE], "message/rfc822");
        assert!(body(eml).await.contains("method=REQUEST"));
        for outside in ["/postkasse/..%2Fkey", "/postkasse/key", "/postkasse/%2e%2e%2fmail.db/eml"] {
            assert_eq!(get(outside).await.status(), StatusCode::NOT_FOUND, "{outside}");
        }
    }
}

#[tokio::test]
async fn a_real_installation_has_no_postbox() {
    let world = World::with(Kind::Sqlite, Mode::Fine, |settings| {
        settings.url = "https://moteplass.example".parse().unwrap();
    })
    .await;
    assert_eq!(get(&world, "/postkasse").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn letters_are_found_by_what_they_are_and_what_has_become_of_them_page_by_page() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let people = (1..=110).map(person);
        crate::store::registration::keep_many(&world.host.db.write, people, world.host.clock.now()).await;
        world.publish(&event()).await;
        world.admit(&person(200)).await;
        world.settle().await;
        let see = async |query: &str| {
            let request = Request::get(format!("/arrangor/brev/tomme-lokale{query}"))
                .header(header::COOKIE, signed_in(&world, "distriktssenteret", Role::Reader));
            body(ask(&world, request.body(Body::empty()).unwrap()).await).await
        };
        let rows = |page: &str| page.matches("<th scope=\"row\" id=\"to-").count();
        for (query, on_the_page, says) in [
            ("", 100, "side 1 av 4"),
            ("?side=4", 34, "side 4 av 4"),
            ("?side=99", 34, "side 4 av 4"),
            ("?brev=reminder&side=4", 33, "333 brev."),
            ("?brev=confirmation", 1, "Eitt brev."),
            ("?status=sent", 1, "ase200@kommune.example"),
            ("?brev=confirmation&status=trouble", 0, "Ingen brev passar."),
            ("?brev=nothing", 100, "334 brev."),
        ] {
            let page = see(query).await;
            assert_eq!(rows(&page), on_the_page, "{kind:?} {query}");
            assert!(page.contains(says), "{query}: {page}");
        }
        assert!(see("?brev=reminder").await.contains("?brev=reminder&amp;side=2#list"));
    }
}

//! What is there when a webinar is over: recordings, slides, the time of the letters, and what people thought.

use super::world::{FILE, SLUG, World, at, world};
use crate::Imported;
use crate::forgetting;
use crate::shelf::Shelf;
use crate::store::{afterwards, evaluation, evaluation_mark, material, panelist};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use host::testing::KINDS;
use proto::account::Role;
use proto::event::Event;
use proto::registration::Registration;
use proto::webinar::WebinarFollowed;
use sea_orm::{EntityTrait, PaginatorTrait};

const AFTER: &str = "2027-03-16T12:00:00Z";
const PDF: &str = "%PDF-1.7 of at least as many bytes as are worth packing\n%%EOF\n";
const ORGANISER: &str = "/arrangor/webinar/torget-som-arbeidsplass";

struct Over {
    world: World,
    event: Event,
    person: Registration,
    /// Of an editor.
    cookies: String,
    csrf: String,
}

async fn over(kind: host::testing::Kind) -> Over {
    let world = world(kind).await;
    let event = world.published().await;
    let person = world.admitted(event.id).await;
    world.host.clock.set(at(AFTER));
    let (visit, csrf) = host::testing::visitor(&world.host);
    let cookies = format!("{visit}; {}", world.signed_in("distriktssenteret", Role::Editor));
    Over { world, event, person, cookies, csrf }
}

impl Over {
    async fn add(&self, audience: &str, link: &str, file: &[u8]) -> super::world::Answer {
        let fields = [
            ("csrf", self.csrf.as_str()),
            ("kind", "slides"),
            ("title", "Torget <i>"),
            ("audience", audience),
            ("link", link),
        ];
        self.world.send_file(&format!("{ORGANISER}/opptak"), &self.cookies, &fields, ("lysbilete.pdf", file)).await
    }

    async fn followed(&self) -> Vec<WebinarFollowed> {
        bus::testing::said_of(&self.world.host.db).await
    }

    fn evaluation(&self, person: &Registration) -> String {
        self.world.join_path(person).replace("/delta/", "/vurdering/")
    }

    async fn answer(&self, person: &Registration, fields: &[(&str, &str)]) -> super::world::Answer {
        let fields = [&[("csrf", self.csrf.as_str())], fields].concat();
        self.world.send(&self.evaluation(person), &self.cookies, &fields).await
    }
}

/// The addresses of files on a page.
fn files(page: &str) -> Vec<String> {
    page.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|it| it.contains("/materiale/"))
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn slides_are_for_those_they_are_meant_for_and_not_before_the_end() {
    for kind in KINDS {
        let over = over(kind).await;
        assert_eq!(over.add("all", "https://film.example.org/opptak", b"").await.status, StatusCode::SEE_OTHER);
        assert_eq!(over.add("signed_up", "", PDF.as_bytes()).await.status, StatusCode::SEE_OTHER);
        assert_eq!(
            over.followed().await.iter().map(|it| (it.revision, it.material)).collect::<Vec<_>>(),
            [(1, false), (2, true)]
        );
        let public = over.world.get(&format!("/webinar/{SLUG}")).await.text;
        assert!(public.contains("https://film.example.org/opptak") && public.contains("Torget &lt;i&gt;"), "{public}");
        assert!(files(&public).is_empty(), "{public}");
        let own = over.world.get(&over.world.join_path(&over.person)).await.text;
        let [file]: [String; 1] = files(&own).try_into().unwrap();
        assert!(own.contains("https://film.example.org/opptak") && own.contains("/vurdering/"), "{own}");
        let got = over.world.get(&file).await;
        assert_eq!((got.status, got.text.as_str()), (StatusCode::OK, PDF));
        assert!(got.header(header::CONTENT_DISPOSITION).starts_with("attachment; filename=\"Torget"));
        assert_eq!(got.header(header::CACHE_CONTROL), "private, max-age=600");
        let tag = got.header(header::ETAG).to_owned();
        let again = Request::get(&file).header(header::IF_NONE_MATCH, &tag).body(Body::empty()).unwrap();
        assert_eq!(over.world.ask(again).await.status, StatusCode::NOT_MODIFIED);
        let packed = Request::get(&file).header(header::ACCEPT_ENCODING, "gzip").body(Body::empty()).unwrap();
        assert_eq!(over.world.ask(packed).await.header(header::CONTENT_ENCODING), "", "it is packed already");
        let id = file.rsplit('/').next().unwrap();
        assert_eq!(over.world.get(&format!("/webinar/{SLUG}/materiale/{id}")).await.status, StatusCode::NOT_FOUND);
        over.world.host.clock.set(at("2027-03-16T10:00:00Z"));
        assert_eq!(over.world.get(&file).await.status, StatusCode::NOT_FOUND);
        assert!(!over.world.get(&format!("/webinar/{SLUG}")).await.text.contains("film.example.org"));
        let page = over.world.look(&format!("{ORGANISER}/opptak"), &over.cookies).await.text;
        let added = format!("{ORGANISER}/opptak/{id}");
        assert!(page.contains(&format!("href=\"{added}\"")), "{page}");
        assert_eq!(over.world.look(&added, &over.cookies).await.text, PDF, "editors see it before the others");
        let reader = over.world.signed_in("distriktssenteret", Role::Reader);
        assert_eq!(over.world.look(&added, &reader).await.status, StatusCode::NOT_FOUND);
        let remove: Vec<&str> =
            page.split("action=\"").filter_map(|it| it.split('"').next()).filter(|it| it.ends_with("/fjern")).collect();
        for path in remove {
            over.world.send(path, &over.cookies, &[("csrf", &over.csrf)]).await;
        }
        assert!(!over.followed().await.last().unwrap().material);
        assert_eq!(over.world.get(&file).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_file_is_in_memory_once_for_all_who_fetch_it() {
    for kind in KINDS {
        let over = over(kind).await;
        over.add("all", "", PDF.as_bytes()).await;
        let db = &over.world.host.db.read;
        let id = material::of_event(db, over.event.id.0).await.unwrap()[0].id;
        let shelf = Shelf::default();
        let all = futures::future::join_all((0..20).map(|_| shelf.content(db, id))).await;
        let all: Vec<_> = all.into_iter().map(|content| content.unwrap().unwrap()).collect();
        assert!(all.iter().all(|content| content == PDF && content.as_ptr() == all[0].as_ptr()));
        drop(all);
        assert_eq!(shelf.content(db, id).await.unwrap().unwrap(), PDF);
        assert_eq!(shelf.content(db, uuid::Uuid::nil()).await.unwrap(), None);
    }
}

#[tokio::test]
async fn what_is_no_pdf_or_has_no_address_is_refused_and_what_was_typed_is_kept() {
    for kind in KINDS {
        let over = over(kind).await;
        let answer = over.add("all", "film.example.org", b"").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("value=\"film.example.org\"") && answer.text.contains("Torget &lt;i&gt;"));
        let answer = over.add("all", "", b"<script>").await;
        assert!(answer.text.contains("Fila er ikkje ein PDF."), "{}", answer.text);
        let answer = over.add("all", "", b"%PDF-1.7 << /S /Java#53cript >>\n%%EOF\n").await;
        assert!(answer.text.contains("Fila inneheld skript"), "{}", answer.text);
        assert_eq!(material::of_event(&over.world.host.db.read, over.event.id.0).await.unwrap(), []);
        let reader = over.world.signed_in("distriktssenteret", Role::Reader);
        assert_eq!(over.world.look(&format!("{ORGANISER}/opptak"), &reader).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn nobody_answers_twice_and_nothing_kept_says_who_answered_what() {
    for kind in KINDS {
        let over = over(kind).await;
        let mut people = vec![over.person.clone()];
        for _ in 0..4 {
            people.push(over.world.admitted(over.event.id).await);
        }
        let empty = over.answer(&people[0], &[("useful", "")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", empty.text);
        for (number, person) in people.iter().enumerate() {
            let page = over.world.look(&format!("{ORGANISER}/vurdering"), &over.cookies).await.text;
            assert!(!page.contains("<svg") && page.contains("minst 5"), "{number}: {page}");
            assert!(!over.world.look(&format!("{ORGANISER}/vurdering.csv"), &over.cookies).await.text.contains("fint"));
            let comment = format!("=fint {}", 5 - number);
            let fields = [("useful", "5"), ("recommend", "no"), ("comment", comment.as_str())];
            assert!(over.answer(person, &fields).await.text.contains("Takk for svara"));
            assert!(over.answer(person, &fields).await.text.contains("Du har svart"));
        }
        let page = over.world.look(&format!("{ORGANISER}/vurdering"), &over.cookies).await.text;
        assert!(page.contains("<svg") && page.contains("<td>5</td>") && page.contains("=fint 1"), "{page}");
        let file = over.world.look(&format!("{ORGANISER}/vurdering.csv"), &over.cookies).await.text;
        assert!(file.contains(";'=fint 1;1\r\n") && file.contains(";5\r\n"), "{file}");
        let db = &over.world.host.db.read;
        let kept = evaluation::find(db, over.event.id.0).await.unwrap().unwrap();
        assert_eq!(kept.answers, 5);
        assert_eq!(kept.comments.0, ["=fint 1", "=fint 2", "=fint 3", "=fint 4", "=fint 5"]);
        let kept = serde_json::to_string(&(kept.tally, kept.comments)).unwrap();
        let marks = evaluation_mark::Entity::find().all(db).await.unwrap();
        assert_eq!(marks.len(), 5);
        for person in &people {
            for id in [person.id.0.simple().to_string(), person.id.0.to_string()] {
                assert!(!kept.contains(&id), "{kept}");
                assert!(marks.iter().all(|mark| !mark.mark.contains(&id) && !kept.contains(&mark.mark)));
            }
        }
        assert!(
            marks.iter().all(|mark| mark.event == over.event.id.0),
            "nothing but the mark and the webinar: {marks:?}"
        );
    }
}

#[tokio::test]
async fn answers_are_shown_five_at_a_time_and_what_is_written_to_those_who_may_see_names() {
    for kind in KINDS {
        let over = over(kind).await;
        let numbers = over.world.signed_in("distriktssenteret", Role::Numbers);
        let reader = over.world.signed_in("distriktssenteret", Role::Reader);
        let mut seen = Vec::new();
        for number in 1..=10 {
            let person = over.world.admitted(over.event.id).await;
            let comment = format!("Svar nummer {number:02}");
            over.answer(&person, &[("useful", "5"), ("comment", &comment)]).await;
            seen.push(over.world.look(&format!("{ORGANISER}/vurdering.csv"), &reader).await.text);
        }
        assert!(!seen[3].contains("Svar nummer") && seen[4].contains("Svar nummer 05"), "{}", seen[4]);
        assert!(seen[5..9].iter().all(|file| *file == seen[4]), "nobody sees the sixth alone");
        assert!(seen[9].contains("Svar nummer 06") && seen[9].contains(";10\r\n"), "{}", seen[9]);
        for path in ["vurdering", "vurdering.csv"] {
            let page = over.world.look(&format!("{ORGANISER}/{path}"), &numbers).await.text;
            assert!(page.contains("10") && !page.contains("Svar nummer"), "{page}");
        }
        let page = over.world.look(&format!("{ORGANISER}/vurdering"), &reader).await.text;
        assert!(page.contains("Svar nummer 10") && page.contains("dei 10 første"), "{page}");
    }
}

#[tokio::test]
async fn only_those_with_a_place_are_asked_and_only_where_people_are_asked() {
    for kind in KINDS {
        let over = over(kind).await;
        let path = over.evaluation(&over.person);
        for early in ["2027-03-15T12:00:00Z", "2027-03-16T10:29:59Z"] {
            over.world.host.clock.set(at(early));
            assert!(over.world.get(&path).await.text.contains("Du kan ikkje svare enno"), "{early}");
        }
        over.world.host.clock.set(at("2027-05-15T12:00:00Z"));
        assert!(over.answer(&over.person, &[("useful", "5")]).await.text.contains("for seint"));
        over.world.host.clock.set(at(AFTER));
        let stranger = Registration { id: proto::RegistrationId(uuid::Uuid::now_v7()), ..over.person.clone() };
        assert_eq!(over.answer(&stranger, &[("useful", "5")]).await.status, StatusCode::NOT_FOUND);
        let forged = over.world.send(&path, &over.cookies, &[("csrf", "x"), ("useful", "5")]).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        over.world.import(&format!("{FILE}\n[afterwards]\nevaluation = false\nletter = \"none\"\n")).await;
        assert_eq!(over.answer(&over.person, &[("useful", "5")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(evaluation_mark::Entity::find().count(&over.world.host.db.read).await.unwrap(), 0);
        let told = over.followed().await.pop().unwrap();
        assert_eq!((told.letter_minutes, told.evaluation), (None, false));
        over.world.import(&format!("{FILE}\n[afterwards]\nletter = \"10m\"\n")).await;
        assert_eq!(over.followed().await.pop().unwrap().letter_minutes, Some(60), "not while the doors are open");
    }
}

#[tokio::test]
async fn attendance_is_settled_once_and_not_before_the_end() {
    for kind in KINDS {
        let over = over(kind).await;
        let settle = async || {
            let fields = [("csrf", over.csrf.as_str())];
            over.world.send(&format!("{ORGANISER}/frammote/klart"), &over.cookies, &fields).await.status
        };
        // The doors are open for an hour after the end.
        for early in ["2027-03-16T10:00:00Z", "2027-03-16T11:29:59Z"] {
            over.world.host.clock.set(at(early));
            assert_eq!(settle().await, StatusCode::SEE_OTHER);
            assert_eq!(over.followed().await.len(), 1, "{early}");
        }
        over.world.host.clock.set(at(AFTER));
        for _ in 0..2 {
            settle().await;
        }
        let told = over.followed().await;
        assert_eq!((told.len(), told[1].settled_at), (2, Some(at(AFTER))));
        let page = over.world.look(&format!("{ORGANISER}/frammote"), &over.cookies).await.text;
        assert!(page.contains("Frammøtet er klart sidan"), "{page}");
        let later = FILE.replace("2027-03-16", "2027-03-23");
        over.world.import(&later).await;
        over.world.host.clock.set(at("2027-03-25T12:00:00Z"));
        let editor = over.world.signed_in("distriktssenteret", Role::Editor);
        let page = over.world.look(&format!("{ORGANISER}/frammote"), &editor).await.text;
        assert!(page.contains("skulle sendast"), "{page}");
        let cookies = format!("{}; {editor}", over.cookies.split("; ").next().unwrap());
        over.world.send(&format!("{ORGANISER}/frammote/klart"), &cookies, &[("csrf", &over.csrf)]).await;
        assert_eq!(over.followed().await.last().unwrap().settled_at, Some(at("2027-03-25T12:00:00Z")));
    }
}

#[tokio::test]
async fn of_those_who_settle_at_once_everybody_is_answered_and_one_is_told_of() {
    for kind in KINDS {
        let over = over(kind).await;
        // Published before anything was known to come after it: there is no row yet to wait for.
        afterwards::Entity::delete_many().exec(&over.world.host.db.write).await.unwrap();
        let (path, fields) = (format!("{ORGANISER}/frammote/klart"), [("csrf", over.csrf.as_str())]);
        let told = over.followed().await.len();
        let pressed = (0..6).map(|_| over.world.send(&path, &over.cookies, &fields));
        let answers = futures::future::join_all(pressed).await;
        assert!(answers.iter().all(|answer| answer.status == StatusCode::SEE_OTHER));
        assert_eq!(over.followed().await.len(), told + 1);
    }
}

#[tokio::test]
async fn marks_and_names_of_the_panel_are_forgotten_when_they_have_no_more_use() {
    for kind in KINDS {
        let over = over(kind).await;
        let db = &over.world.host.db.read;
        let file = format!("{FILE}\n[[panel]]\nkey = \"lind\"\nname = \"Lind\"\nrole = \"speaker\"\n");
        over.world.import(&file).await;
        over.answer(&over.person, &[("useful", "5"), ("comment", "Lind var god.")]).await;
        let written = async || {
            let row = evaluation::find(db, over.event.id.0).await.unwrap().unwrap();
            serde_json::to_string(&(&row.comments, &row.shown_comments)).unwrap()
        };
        let kept = async |now: &str| {
            over.world.host.clock.set(at(now));
            forgetting::turn(over.world.host.clone()).await.unwrap();
            let panel = panelist::of_event(db, over.event.id.0).await.unwrap().len();
            (evaluation_mark::Entity::find().count(db).await.unwrap(), panel)
        };
        assert_eq!(kept("2027-04-14T12:00:00Z").await, (1, 1));
        assert_eq!(kept("2027-04-15T12:00:00Z").await, (0, 1));
        assert!(written().await.contains("Lind var god."));
        assert_eq!(kept("2027-06-14T12:00:00Z").await, (0, 0), "after as many days as the organisation keeps anything");
        assert_eq!(evaluation::find(db, over.event.id.0).await.unwrap().unwrap().answers, 1);
        assert_eq!(written().await, "[[],[]]");
        let again = over.world.import(&file).await;
        assert!(matches!(again, Imported::Unchanged { .. }), "{again:?}");
        assert_eq!(kept("2027-06-14T13:00:00Z").await, (0, 0), "what is deleted does not come back");
    }
}

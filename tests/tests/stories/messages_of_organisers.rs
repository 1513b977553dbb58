//! What an organiser writes to those who are signed up: tried out, held, and let go once.

use axum::http::StatusCode;
use proto::account::Role;
use tests::{WAYS, Webinar, World};

const MESSAGES: &str = "/arrangor/brev/torg/meldingar";
const ORGANISER: &str = "organisator@distriktssenteret.example.no";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_is_tried_out_then_held_and_let_go_and_everybody_who_was_there_gets_it_once() {
    for way in [WAYS[0], WAYS[3]] {
        let world = World::begin(way).await;
        world.webinar(&Webinar::default()).await;
        world.sign_up("torg", "Kari", "kari@example.no").await;
        let mut organiser = world.organiser(ORGANISER, "distriktssenteret", Role::Editor).await;
        let form = organiser.get(&format!("{MESSAGES}/ny")).await;
        let (csrf, id) = (form.value("csrf").expect("a form"), form.value("id").expect("an id"));
        let mut fields =
            vec![("csrf", csrf.as_str()), ("id", id.as_str()), ("standing", "admitted"), ("any_hour", "yes")];
        for (subject, text) in [("subject_nn", "text_nn"), ("subject_nb", "text_nb"), ("subject_en", "text_en")] {
            fields.extend([(subject, "Hugs kaffikoppen"), (text, "Hei {name}, sjå {link}")]);
        }
        // Sent twice, it is there once.
        for _ in 0..2 {
            let written = organiser.post(&format!("{MESSAGES}/ny"), &fields).await;
            assert_eq!(written.status, StatusCode::SEE_OTHER, "{way:?}: {}", written.body);
        }
        let own = format!("{MESSAGES}/{id}");
        let listed = organiser.get(MESSAGES).await;
        assert_eq!(listed.body.matches(&format!("href=\"{own}\"")).count(), 1, "{way:?}: {}", listed.body);
        world.sign_up("torg", "Ola", "ola@example.no").await;
        let page = organiser.get(&own).await;
        let (csrf, revision) = (page.value("csrf").expect("a form"), page.value("revision").expect("a revision"));
        let act = |what| [("csrf", csrf.as_str()), ("revision", revision.as_str()), ("do", what)];
        organiser.post(&own, &act("try")).await;
        world.settle().await;
        let about = |address: &str| {
            let letters = world.sink.to(address);
            letters.iter().filter(|letter| letter.subject().contains("Hugs kaffikoppen")).count()
        };
        assert!(about(ORGANISER) > 0, "{way:?}: to the organiser first");
        assert_eq!(about("kari@example.no"), 0, "{way:?}: it is held");
        for _ in 0..2 {
            organiser.post(&own, &act("release")).await;
        }
        world.sign_up("torg", "Per", "per@example.no").await;
        world.settle().await;
        let got = ["kari@example.no", "ola@example.no", "per@example.no"].map(about);
        assert_eq!(got, [1, 1, 0], "{way:?}");
        let log = organiser.get("/arrangor/brev/torg?brev=notice").await.words();
        assert!(log.contains("kari@example.no") && !log.contains("per@example.no"), "{way:?}: {log}");
        world.end().await;
    }
}

use super::browser::{Browser, CALL, COMMITTEE, DOCUMENTS, browser, filled};
use crate::documents::Refusal;
use crate::documents::tests::{archive, picture};
use crate::hears::person::Forgetting;
use crate::store::document;
use crate::timetable::example::{self, session_id, speaker_id};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use host::testing::KINDS;
use image::ImageFormat;
use proto::account::Role;
use proto::conference::SpeakerErased;
use proto::person::{PersonErased, PersonErasureAsked};
use proto::{AskId, Language, SessionId};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";
const SHOWN: &str = "/konferanse/byliv-2027/innleiar/";

/// The first session in which speaker 1 takes part.
fn spoken() -> SessionId {
    let programme = example::programme();
    programme.sessions.iter().find(|one| one.parts.iter().any(|part| part.speaker == speaker_id(1))).unwrap().id
}

fn address(id: uuid::Uuid) -> String {
    format!("/konferanse/byliv-2027/dokument/{id}")
}

async fn documents(browser: &Browser) -> Vec<document::Facts> {
    document::all(&browser.host.db.read, example::event().id.0).await.unwrap()
}

#[tokio::test]
async fn somebody_who_speaks_sees_when_and_mends_what_is_written() {
    for kind in KINDS {
        let browser = browser(kind).await;
        let page = browser.speaks(1);
        let shown = browser.get(&page).await;
        shown.is(StatusCode::OK).says(&browser.speaker(1).await.unwrap().name);
        assert_eq!((shown.header("cache-control"), shown.header("referrer-policy")), ("no-store", "no-referrer"));
        let text = [
            ("do", "text"),
            ("revision", "1"),
            ("role-sv", "Chef <x>"),
            ("organisation", "Ny by"),
            ("biography-sv", "A.\r\n\r\nB."),
        ];
        browser.post(&page, &text).await.is(StatusCode::SEE_OTHER);
        let now = browser.speaker(1).await.unwrap();
        assert_eq!((now.role.0.get(Language::Sv), now.biography.0.get(Language::Sv)), ("Chef <x>", "A.\n\nB."));
        assert_eq!((now.organisation.as_str(), now.revision), ("Ny by", 2));
        browser.get(&format!("{SHOWN}{}", speaker_id(1))).await.says("Ny by");
        let stale = browser.post(&page, &[("do", "text"), ("revision", "1"), ("organisation", "Eldre by")]).await;
        stale.is(StatusCode::CONFLICT).says("Eldre by").says("Ny by");
        let long = "a".repeat(151);
        let wrong = browser.post(&page, &[("do", "text"), ("revision", "2"), ("role-nn", &long)]).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY).says(&long).says("id=\"role-nn-error\"");
        assert_eq!(browser.speaker(1).await.unwrap().revision, 2);
        for wrong in ["/innleiar/x".to_owned(), page.replace("/innleiar/", "/framlegg/")] {
            browser.get(&wrong).await.is(StatusCode::NOT_FOUND);
        }
        browser.post_bare(&page, &[("do", "erase"), ("sure", "yes")]).await.is(StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn who_takes_back_their_consent_is_gone_from_every_public_page_at_once() {
    for kind in KINDS {
        let browser = browser(kind).await;
        let (page, session) = (browser.speaks(1), spoken());
        let name = browser.speaker(1).await.unwrap().name;
        let png = picture(ImageFormat::Png, 40, 40);
        browser
            .upload(&format!("{page}/bilete"), &[("alt", "Ho smiler")], "meg.png", &png)
            .await
            .is(StatusCode::SEE_OTHER);
        let fields = [("session", &*session.to_string())];
        browser.upload(&format!("{page}/lysark"), &fields, "Torget.pdf", PDF).await.is(StatusCode::SEE_OTHER);
        let files = documents(&browser).await;
        assert_eq!(files.len(), 2);
        let public = format!("/konferanse/byliv-2027/bolk/{session}");
        browser.get(&public).await.says("Torget").says("PDF").says(&name).says(&address(files[1].id));
        browser.get(&format!("{SHOWN}{}", speaker_id(1))).await.says("alt=\"Ho smiler\"");
        for file in &files {
            browser.get(&address(file.id)).await.is(StatusCode::OK);
        }
        browser.post(&page, &[("do", "withdraw")]).await.is(StatusCode::SEE_OTHER);
        browser.get(&public).await.says_not(&name).says_not(&address(files[1].id));
        browser.get(&format!("{SHOWN}{}", speaker_id(1))).await.is(StatusCode::NOT_FOUND);
        for file in &files {
            browser.get(&address(file.id)).await.is(StatusCode::NOT_FOUND);
        }
        browser.get(&format!("{page}/bilete")).await.is(StatusCode::OK);
        browser.post(&page, &[("do", "consent")]).await.is(StatusCode::SEE_OTHER);
        browser.get(&public).await.says(&name).says(&address(files[1].id));
    }
}

#[tokio::test]
async fn a_file_is_served_so_that_it_can_do_nothing() {
    for kind in KINDS {
        let browser = browser(kind).await;
        let page = browser.speaks(1);
        let fields = [("session", &*spoken().to_string())];
        for _ in 0..2 {
            browser.upload(&format!("{page}/lysark"), &fields, "Torg<et> æ.pdf", PDF).await.is(StatusCode::SEE_OTHER);
        }
        let [file] = &documents(&browser).await[..] else { panic!("sent twice, kept once") };
        let answer = browser.get(&address(file.id)).await;
        assert_eq!(answer.bytes, PDF);
        assert_eq!(
            (answer.header("content-type"), answer.header("x-content-type-options")),
            ("application/pdf", "nosniff")
        );
        assert!(answer.header("content-security-policy").contains("sandbox"));
        let saved = answer.header("content-disposition");
        assert!(
            saved.starts_with("attachment; filename=\"Torg-et- _.pdf\"; filename*=UTF-8''Torg-et-%20%C3%A6.pdf"),
            "{saved}"
        );
        let tag = answer.header("etag");
        let again = Request::get(address(file.id)).header("if-none-match", tag).body(Body::empty()).unwrap();
        let again = browser.ask(again).await;
        again.is(StatusCode::NOT_MODIFIED);
        assert!(again.bytes.is_empty());
        let jpeg = picture(ImageFormat::Jpeg, 40, 40);
        browser.upload(&format!("{page}/bilete"), &[("alt", "Ho")], "meg.jpg", &jpeg).await.is(StatusCode::SEE_OTHER);
        let photo = browser.speaker(1).await.unwrap().photo.unwrap();
        let answer = browser.get(&address(photo)).await;
        assert_eq!((answer.header("content-type"), answer.header("content-disposition")), ("image/jpeg", "inline"));
        // A new photo takes the place of the one before, whose address is gone.
        browser
            .upload(&format!("{page}/bilete"), &[("alt", "Ho att")], "meg.jpg", &jpeg)
            .await
            .is(StatusCode::SEE_OTHER);
        browser.get(&address(photo)).await.is(StatusCode::NOT_FOUND);
        assert_eq!(documents(&browser).await.len(), 2);
    }
}

#[tokio::test]
async fn a_file_that_is_not_what_it_claims_or_could_run_is_refused_in_words_beside_the_field() {
    for kind in KINDS {
        let browser = browser(kind).await;
        let page = browser.speaks(1);
        let large = vec![0_u8; crate::documents::LARGEST_PHOTO + 10];
        for (name, bytes, refusal) in [
            ("meg.png", &b"<svg onload=alert(1)>"[..], Refusal::Markup),
            ("meg.png", b"%PDF-1.7", Refusal::NotAPhoto),
            ("meg.png", b"\x89PNG\r\n\x1a\nbroken", Refusal::Damaged),
            ("meg.png", b"", Refusal::Missing),
            ("meg.png", &large, Refusal::PhotoTooLarge),
        ] {
            let answer = browser.upload(&format!("{page}/bilete"), &[("alt", "Ho <smiler>")], name, bytes).await;
            answer.is(StatusCode::UNPROCESSABLE_ENTITY).says(&browser.says(refusal.key()));
            answer.says("id=\"photo-error\"").says("Ho &lt;smiler&gt;");
        }
        let png = picture(ImageFormat::Png, 4, 4);
        let answer = browser.upload(&format!("{page}/bilete"), &[("alt", " ")], "meg.png", &png).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY).says("id=\"alt-error\"");
        let script = b"%PDF-1.7\n1 0 obj << /OpenAction << /S /J#61vaScript /JS (x) >> >> endobj\n%%EOF";
        let large = [b"%PDF-1.7\n", &vec![b'a'; crate::documents::LARGEST_SLIDES][..]].concat();
        let macros =
            archive(&[("[Content_Types].xml", "presentationml.presentation.main+xml"), ("ppt/vbaProject.bin", "x")]);
        let session = spoken().to_string();
        for (name, bytes, refusal) in [
            ("a.pdf", &script[..], Refusal::Script),
            ("a.pptx", &macros, Refusal::Script),
            ("a.pdf", &macros, Refusal::Script),
            ("a.pptx", PDF, Refusal::Misnamed),
            ("a.pdf", b"<html><script>", Refusal::Markup),
            ("a.mp4", b"\0\0\0\x18ftypisom", Refusal::Film),
            ("a.pdf", b"", Refusal::Missing),
            ("a.pdf", &large, Refusal::SlidesTooLarge),
        ] {
            let answer = browser.upload(&format!("{page}/lysark"), &[("session", &session)], name, bytes).await;
            answer.is(StatusCode::UNPROCESSABLE_ENTITY).says(&browser.says(refusal.key())).says("id=\"slides-error\"");
        }
        // Slides for a session of others, or for none.
        let foreign = example::programme()
            .sessions
            .into_iter()
            .find(|one| one.parts.iter().all(|part| part.speaker != speaker_id(1)));
        let foreign = foreign.unwrap().id.to_string();
        let theirs = browser.upload(&format!("{page}/lysark"), &[("session", &foreign)], "a.pdf", PDF).await;
        if theirs.status == StatusCode::SEE_OTHER {
            assert!(documents(&browser).await.iter().all(|one| one.session == Some(spoken().0)));
            document::delete(&browser.host.db.write, documents(&browser).await[0].id).await.unwrap();
        }
        let forged = browser.upload_with(&format!("{page}/lysark"), "x", &[("session", &session)], "a.pdf", PDF).await;
        forged.is(StatusCode::FORBIDDEN);
        browser.upload("/innleiar/x/lysark", &[], "a.pdf", PDF).await.is(StatusCode::NOT_FOUND);
        browser.post(&format!("{page}/lysark"), &[]).await.is(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        assert!(documents(&browser).await.is_empty());
    }
}

#[tokio::test]
async fn somebody_who_is_erased_leaves_no_name_and_no_file() {
    for kind in KINDS {
        let mut browser = browser(kind).await;
        let (page, name) = (browser.speaks(1), browser.speaker(1).await.unwrap().name);
        let png = picture(ImageFormat::Png, 40, 40);
        browser.upload(&format!("{page}/bilete"), &[("alt", "Ho")], "meg.png", &png).await.is(StatusCode::SEE_OTHER);
        browser.post(&page, &[("do", "erase")]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("id=\"sure-error\"");
        assert!(browser.speaker(1).await.is_some());
        browser.post(&page, &[("do", "erase"), ("sure", "yes")]).await.says(&browser.says("conference-speaker-erased"));
        assert!(browser.speaker(1).await.is_none());
        assert!(documents(&browser).await.is_empty());
        let said = browser.said::<SpeakerErased>().await;
        assert_eq!(said.iter().map(|one| one.speaker_id).collect::<Vec<_>>(), [speaker_id(1)]);
        let draft = browser.stored().await.draft;
        assert!(draft.sessions.iter().all(|one| one.parts.iter().all(|part| part.speaker != speaker_id(1))));
        browser.get(&format!("/konferanse/byliv-2027/bolk/{}", spoken())).await.is(StatusCode::OK).says_not(&name);
        browser.get(&page).await.is(StatusCode::NOT_FOUND);
        // Somebody who came with a proposal is erased from that as well.
        browser.post(CALL, &filled(&[])).await;
        browser.account = Some((1, Role::Editor));
        let one = format!("{COMMITTEE}/{}", browser.proposals().await[0].id);
        browser.post(&one, &[("do", "accept"), ("note", "")]).await.is(StatusCode::SEE_OTHER);
        let id = browser.proposals().await[0].people.0[0].speaker.unwrap();
        let theirs = format!("/innleiar/{}", browser.host.keys.token(host::Purpose::Speak, id.0, 1));
        browser.post(&theirs, &[("do", "erase"), ("sure", "yes")]).await.is(StatusCode::OK);
        browser.get(&one).await.is(StatusCode::OK).says_not("Kari Prøve").says("Odd Vik");
    }
}

#[tokio::test]
async fn whoever_asks_an_organisation_to_be_forgotten_speaks_nowhere_and_has_proposed_nothing() {
    for kind in KINDS {
        let mut browser = browser(kind).await;
        browser.post(CALL, &filled(&[("person-1-email", "liv@kommune.example")])).await;
        let own = [("submission", "01900000-0000-7000-8000-000000000002"), ("title", "Torget om natta")];
        let second = [("person-2-name", "Liv Prøve"), ("person-2-email", "LIV@kommune.example")];
        browser.post(CALL, &filled(&[own, second].concat())).await;
        browser.account = Some((1, Role::Editor));
        let first = browser.proposals().await.into_iter().find(|one| one.people.0[0].email.starts_with("liv")).unwrap();
        let one = format!("{COMMITTEE}/{}", first.id);
        browser.post(&one, &[("do", "accept"), ("note", "")]).await.is(StatusCode::SEE_OTHER);
        let forgetting = Forgetting { keys: browser.host.keys.clone() };
        let ask = async |organisation: &str| {
            let organisation = organisation.to_owned();
            let asked = PersonErasureAsked {
                ask_id: AskId(uuid::Uuid::from_u128(9)),
                organisation,
                email: "liv@Kommune.example".to_owned(),
            };
            let said = bus::testing::hear(&forgetting, &browser.host, asked).await.unwrap();
            said.iter().filter_map(|one| one.open::<PersonErased>().ok()).map(|one| one.amount).collect::<Vec<_>>()
        };
        assert_eq!(ask("somebody-else").await, [0; 0]);
        let organisation = example::event().organisation;
        // Somebody who speaks, along with the proposal that she came with; and what she is in with somebody else.
        assert_eq!(ask(&organisation).await, [2]);
        assert_eq!(ask(&organisation).await, [0; 0], "what is gone is not counted again");
        assert_eq!(browser.said::<SpeakerErased>().await.len(), 1);
        let proposals = browser.proposals().await;
        let people: Vec<_> = proposals.iter().flat_map(|one| &one.people.0).map(|one| one.name.as_str()).collect();
        assert!(people.contains(&"Kari Prøve") && !people.contains(&"Liv Prøve"), "{people:?}");
        let all = format!("{proposals:?}").to_lowercase();
        assert!(!all.contains("liv@"), "{all}");
    }
}

#[tokio::test]
async fn organisers_add_recordings_and_slides_and_take_them_away() {
    for kind in KINDS {
        let mut browser = browser(kind).await;
        let session = session_id(1).to_string();
        let recording = [("session", session.as_str()), ("title", "Opptak"), ("link", "https://video.example/1")];
        browser.post(DOCUMENTS, &recording).await.is(StatusCode::SEE_OTHER);
        assert!(documents(&browser).await.is_empty(), "nobody is signed in");
        browser.account = Some((1, Role::Reader));
        browser.post(DOCUMENTS, &recording).await.is(StatusCode::NOT_FOUND);
        browser.account = Some((1, Role::Editor));
        for (field, value) in
            [("session", "x"), ("title", ""), ("link", "http://video.example/"), ("link", "javascript:alert(1)")]
        {
            let mut wrong = recording.to_vec();
            wrong.retain(|(own, _)| *own != field);
            wrong.push((field, value));
            let answer = browser.post(DOCUMENTS, &wrong).await;
            answer.is(StatusCode::UNPROCESSABLE_ENTITY).says(&format!("id=\"{field}-error\""));
        }
        for _ in 0..2 {
            browser.post(DOCUMENTS, &recording).await.is(StatusCode::SEE_OTHER);
            let fields = [("session", session.as_str())];
            browser.upload(&format!("{DOCUMENTS}/lysark"), &fields, "Lysark.pdf", PDF).await.is(StatusCode::SEE_OTHER);
        }
        let files = documents(&browser).await;
        assert_eq!(files.len(), 2);
        let public = format!("/konferanse/byliv-2027/bolk/{session}");
        browser.get(&public).await.says("https://video.example/1").says("Opptak").says("Lysark");
        browser.get(DOCUMENTS).await.is(StatusCode::OK).says("Opptak");
        browser.get(&format!("{DOCUMENTS}/{}", files[1].id)).await.is(StatusCode::OK);
        for file in &files {
            browser
                .post(DOCUMENTS, &[("do", "remove"), ("document", &file.id.to_string())])
                .await
                .is(StatusCode::SEE_OTHER);
        }
        browser.get(&public).await.says_not("https://video.example/1").says_not("Lysark.pdf");
    }
}

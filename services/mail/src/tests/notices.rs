//! Messages that organisers write to some of those who are signed up, from the form to the letters.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use bus::Carrier;
use bus::testing::eventually;
use chrono::TimeDelta;
use host::testing::{KINDS, visitor};
use proto::account::Role;
use proto::registration::{Registration, RegistrationWaitlisted, State as Stands};
use uuid::Uuid;

use super::pages::{ask, body, signed_in};
use super::sink::Mode;
use super::world::*;
use crate::purpose::{Purpose, Skip, State as Fate};
use crate::releasing;
use crate::sending::Limits;
use crate::store::notice;

const NOTICES: &str = "/arrangor/brev/tomme-lokale/meldingar";
const SUBJECT: &str = "Ta med {event}";
const TEXT: &str = "Hei {name}, vi ses {when}.\n\nSjå https://kart.example og {link} <3";

pub(super) struct Organiser<'a> {
    world: &'a World,
    cookies: String,
    csrf: String,
}

impl<'a> Organiser<'a> {
    pub(super) fn of(world: &'a World, organisation: &str, role: Role) -> Self {
        let (visitor, csrf) = visitor(&world.host);
        Self { world, cookies: format!("{visitor}; {}", signed_in(world, organisation, role)), csrf }
    }

    pub(super) fn editor(world: &'a World) -> Self {
        Self::of(world, "distriktssenteret", Role::Editor)
    }

    pub(super) async fn get(&self, path: &str) -> Response<Body> {
        let request = Request::get(path).header(header::COOKIE, &self.cookies).body(Body::empty());
        ask(self.world, request.unwrap()).await
    }

    pub(super) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Response<Body> {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &self.csrf).extend_pairs(fields);
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookies)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form.finish()));
        ask(self.world, request.unwrap()).await
    }

    /// Writes a message to those with a place, and tells where it is.
    async fn write(&self, more: &[(&str, &str)]) -> String {
        let id = Uuid::new_v4().to_string();
        let mut fields = vec![
            ("id", id.as_str()),
            ("subject_nn", SUBJECT),
            ("text_nn", TEXT),
            ("subject_en", "Bring {event}"),
            ("text_en", "Dear {name}"),
        ];
        fields.extend(more);
        if !more.iter().any(|(name, _)| *name == "standing") {
            fields.push(("standing", "admitted"));
        }
        let answer = self.post(&format!("{NOTICES}/ny"), &fields).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{}", body(answer).await);
        format!("{NOTICES}/{id}")
    }

    /// Does something with the message as it is now, and tells what came of it.
    async fn act(&self, path: &str, what: &str, more: &[(&str, &str)]) -> String {
        let id = path.rsplit('/').next().unwrap().parse().unwrap();
        let row = notice::find(&self.world.host.db.write, id).await.unwrap().unwrap();
        let revision = row.revision.to_string();
        let mut fields = vec![("do", what), ("revision", revision.as_str())];
        fields.extend(more);
        let answer = self.post(path, &fields).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{}", body(answer).await);
        let to = answer.headers()[header::LOCATION].to_str().unwrap().to_owned();
        to.split_once("gjort=").unwrap().1.to_owned()
    }
}

async fn wait_for_a_place(world: &World, registration: &Registration) {
    let waiting = Registration { state: Stands::Waiting, ..registration.clone() };
    world.hear(RegistrationWaitlisted { registration: waiting, position: 1 }).await;
}

/// To whom letters of this purpose have gone, and how many times.
async fn got(world: &World) -> BTreeMap<String, usize> {
    let mut got = BTreeMap::new();
    for letter in world.taken().await {
        let subject = mail(&letter.data).subject().unwrap().to_owned();
        if subject == "Ta med Tomme lokale" || subject == "Bring Empty premises" {
            *got.entry(letter.to).or_default() += 1;
        }
    }
    got
}

fn to(numbers: &[u128]) -> BTreeMap<String, usize> {
    numbers.iter().map(|number| (format!("ase{number}@kommune.example"), 1)).collect()
}

#[tokio::test]
async fn a_message_waits_in_the_outbox_and_then_goes_once_to_everybody_who_was_chosen() {
    for kind in KINDS {
        let mut world = World::new(kind).await;
        world.publish(&event()).await;
        for number in 1..=4 {
            world.admit(&person(number)).await;
        }
        world.admit(&Registration { language: proto::Language::En, ..person(5) }).await;
        wait_for_a_place(&world, &person(6)).await;
        world.settle().await;
        let path = {
            let organiser = Organiser::editor(&world);
            let path = organiser.write(&[]).await;
            let page = body(organiser.get(&path).await).await;
            assert!(page.contains("<dd>5</dd>") && page.contains("Ta med Tomme lokale"), "{page}");
            assert!(page.contains("Hei Kari") && page.contains("&lt;3"), "a preview with nobody in it: {page}");
            assert!(!page.contains("kommune.example"), "{page}");
            world.withdraw(&person(4)).await;
            path
        };
        assert_eq!(got(&world).await, to(&[]), "nobody gets what is held");
        let organiser = Organiser::editor(&world);
        assert_eq!(organiser.act(&path, "release", &[]).await, "released");
        assert_eq!(organiser.act(&path, "release", &[]).await, "otherwise", "it has gone");
        world.admit(&person(7)).await;
        drop(organiser);
        // Whatever was in hand is taken up again by the next process.
        world.kill();
        world.host.clock.advance(TimeDelta::minutes(30));
        world.start();
        let all = got(&world).await;
        assert_eq!(all.keys().cloned().collect::<BTreeSet<_>>(), to(&[1, 2, 3, 5]).into_keys().collect(), "{kind:?}");
        let letters = world.letters().await.into_iter().filter(|letter| letter.purpose == Purpose::Notice);
        let fates: Vec<_> = letters.map(|letter| letter.state).collect();
        assert_eq!(fates, [Fate::Sent; 4]);
        let taken = world.taken().await;
        let letter = taken.iter().find(|letter| mail(&letter.data).subject() == Some("Ta med Tomme lokale")).unwrap();
        let read = mail(&letter.data);
        let (text, html) = (read.body_text(0).unwrap().into_owned(), read.body_html(0).unwrap().into_owned());
        assert!(text.contains("Hei Åse, vi ses ") && text.contains("/mi/") && text.contains("<3"), "{text}");
        assert!(html.contains("<a href=\"https://kart.example\">") && html.contains("&lt;3"), "{html}");
        assert!(letter.header("List-Unsubscribe").is_some() && ics(letter).is_none());
        let page = body(Organiser::editor(&world).get(&path).await).await;
        assert!(page.contains("Sleppt") && !page.contains("name=\"do\""), "{page}");
    }
}

#[tokio::test]
async fn who_wants_none_or_is_chosen_no_more_is_skipped_with_the_reason() {
    for kind in KINDS {
        let world = World::with(kind, Mode::RefuseGone, |_| {}).await;
        world.publish(&event()).await;
        for number in 1..=3 {
            world.admit(&person(number)).await;
        }
        world.admit(&Registration { email: "gone@kommune.example".to_owned(), ..person(4) }).await;
        world.settle().await;
        crate::store::registration::stop_reminders(&world.host.db.write, person(1).id).await.unwrap();
        let organiser = Organiser::editor(&world);
        // Held back, so that something can become of people in between.
        let pause = "/arrangor/brev/tomme-lokale/vent";
        Organiser::of(&world, "distriktssenteret", Role::Owner).post(pause, &[("vent", "ja")]).await;
        let path = organiser.write(&[]).await;
        let necessary = organiser.write(&[("necessary", "yes")]).await;
        assert_eq!(organiser.act(&path, "release", &[]).await, "released");
        assert_eq!(organiser.act(&necessary, "release", &[]).await, "released");
        world
            .hear(proto::registration::RegistrationWaitlisted {
                registration: next(&person(2), Stands::Waiting),
                position: 1,
            })
            .await;
        world.withdraw(&person(3)).await;
        Organiser::of(&world, "distriktssenteret", Role::Owner).post(pause, &[("vent", "nei")]).await;
        world.mail.wake.notify_one();
        world.settle().await;
        let rule = |path: &str| path.rsplit('/').next().unwrap().to_owned();
        let became = |letters: &[crate::store::letter::Model], path: &str| {
            let own = letters.iter().filter(|letter| letter.rule == rule(path));
            let mut own: Vec<_> = own.map(|letter| (letter.registration, letter.state, letter.skip)).collect();
            own.sort_by_key(|(registration, ..)| *registration);
            own.into_iter().map(|(_, state, skip)| (state, skip)).collect::<Vec<_>>()
        };
        let letters = world.letters().await;
        let others =
            [(Fate::Withdrawn, Some(Skip::NotChosen)), (Fate::Withdrawn, Some(Skip::Withdrawn)), (Fate::Failed, None)];
        assert_eq!(became(&letters, &path)[0], (Fate::Withdrawn, Some(Skip::Stopped)), "{kind:?}");
        assert_eq!(became(&letters, &path)[1..], others);
        assert_eq!(became(&letters, &necessary)[0], (Fate::Sent, None), "people have to know it");
        assert_eq!(became(&letters, &necessary)[1..], others);
        let taken = world.taken().await;
        let sent = taken.iter().find(|letter| mail(&letter.data).subject() == Some("Ta med Tomme lokale")).unwrap();
        assert!(sent.header("List-Unsubscribe").is_none());
        let page = body(organiser.get(&path).await).await;
        assert!(
            page.contains("Personen er meld av: 1") && page.contains("Personen vil ikkje ha påminningar: 1"),
            "{page}"
        );
    }
}

#[tokio::test]
async fn a_message_goes_at_its_time_by_day_and_can_be_taken_back_until_then() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let organiser = Organiser::editor(&world);
        let path = organiser.write(&[]).await;
        let id: Uuid = path.rsplit('/').next().unwrap().parse().unwrap();
        let there = async || notice::find(&world.host.db.write, id).await.unwrap().unwrap();
        let day = world.host.clock.now().with_timezone(&event().timezone).date_naive() + TimeDelta::days(2);
        let (d, m, y) = (day.format("%d").to_string(), day.format("%m").to_string(), day.format("%Y").to_string());
        let at = |clock: &'static str| {
            [("day-day", d.clone()), ("day-month", m.clone()), ("day-year", y.clone()), ("clock", clock.to_owned())]
        };
        let late = at("22:30");
        let late: Vec<(&str, &str)> = late.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(organiser.act(&path, "schedule", &late).await, "scheduled");
        let release_at = there().await.release_at.unwrap();
        let local = release_at.with_timezone(&event().timezone).naive_local();
        assert_eq!(local, day.succ_opt().unwrap().and_hms_opt(7, 0, 0).unwrap(), "nobody is woken");
        assert_eq!(organiser.act(&path, "hold", &[]).await, "held");
        let (bus, _) = crate::listed(&world.mail, &Carrier::in_process()).start();
        world.host.clock.set(release_at);
        releasing::turn(world.mail.clone(), bus.clone()).await.unwrap();
        assert_eq!(there().await.released_at, None, "it was taken back");
        // What says who they are lasts ten minutes.
        let organiser = Organiser::editor(&world);
        let wrong = organiser
            .post(
                &path,
                &[
                    ("do", "schedule"),
                    ("revision", &there().await.revision.to_string()),
                    ("day-day", "31"),
                    ("day-month", "2"),
                    ("day-year", "2027"),
                    ("clock", "9"),
                ],
            )
            .await;
        assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = body(wrong).await;
        assert!(page.contains("Skriv ein dato som finst") && page.contains("value=\"31\""), "{page}");
        let seen = there().await.revision.to_string();
        let change = format!("{path}/endre");
        let other = [("revision", "1"), ("subject_nn", "Anna"), ("text_nn", "Anna"), ("standing", "admitted")];
        assert_eq!(organiser.post(&change, &other).await.status(), StatusCode::CONFLICT, "somebody came before");
        let same = [("revision", seen.as_str()), ("subject_nn", SUBJECT), ("text_nn", TEXT), ("standing", "admitted")];
        assert_eq!(organiser.post(&change, &same).await.status(), StatusCode::SEE_OTHER);
        assert_eq!(organiser.act(&path, "release", &[]).await, "lacking", "the event is in English as well");
        let whole = organiser.write(&[]).await;
        let morning = world.host.clock.now() + TimeDelta::days(1);
        let day = morning.with_timezone(&event().timezone).date_naive();
        let (d, m, y) = (day.format("%d").to_string(), day.format("%m").to_string(), day.format("%Y").to_string());
        let nine = [("day-day", d.as_str()), ("day-month", m.as_str()), ("day-year", y.as_str()), ("clock", "9")];
        assert_eq!(organiser.act(&whole, "schedule", &nine).await, "scheduled");
        world.admit(&person(2)).await;
        world.until(morning + TimeDelta::hours(3)).await;
        releasing::turn(world.mail.clone(), bus.clone()).await.unwrap();
        releasing::turn(world.mail.clone(), bus).await.unwrap();
        assert_eq!(got(&world).await, to(&[1, 2]), "who is chosen is settled when it goes");
        let organiser = Organiser::editor(&world);
        let draft = organiser.write(&[]).await;
        assert_eq!(organiser.act(&draft, "delete", &[]).await, "deleted");
        assert_eq!(organiser.get(&draft).await.status(), StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_message_that_is_stopped_reaches_nobody_who_did_not_have_it() {
    for kind in KINDS {
        let world = World::with(kind, Mode::Crowded, |_| {}).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.admit(&Registration { email: "crowded@fylke.example".to_owned(), ..person(2) }).await;
        world.admit(&Registration { email: "crowded@stat.example".to_owned(), ..person(3) }).await;
        world.settle().await;
        let organiser = Organiser::editor(&world);
        let path = organiser.write(&[("necessary", "yes"), ("any_hour", "yes")]).await;
        let held = organiser.get(&format!("{path}/stopp")).await;
        assert_eq!(held.headers()[header::LOCATION].to_str().unwrap(), path, "there is nothing to stop");
        assert_eq!(organiser.act(&path, "release", &[]).await, "released");
        assert_eq!(got(&world).await, to(&[1]), "one has it, and two will be tried again");
        let page = body(organiser.get(&path).await).await;
        assert!(page.contains(&format!("href=\"{path}/stopp\"")), "{page}");
        let asked = body(organiser.get(&format!("{path}/stopp")).await).await;
        assert!(
            asked.contains("2 personar har ikkje fått meldinga enno") && asked.contains("value=\"stop\""),
            "{asked}"
        );
        let before = organiser.post(&path, &[("do", "stop"), ("revision", "1")]).await;
        assert!(
            before.headers()[header::LOCATION].to_str().unwrap().ends_with("gjort=otherwise"),
            "not as it was seen"
        );
        assert_eq!(organiser.act(&path, "stop", &[]).await, "stopped");
        assert_eq!(organiser.act(&path, "stop", &[]).await, "otherwise", "once");
        assert_eq!(organiser.act(&path, "release", &[]).await, "otherwise", "and it is not let go anew");
        world.sink.behave(Mode::Fine);
        world.until(world.host.clock.now() + TimeDelta::hours(8)).await;
        assert_eq!(got(&world).await, to(&[1]), "{kind:?}");
        let confirmations = world.fates(Purpose::Confirmation).await;
        assert_eq!(confirmations, [Fate::Sent; 3], "other letters to the same people went on");
        let organiser = Organiser::editor(&world);
        let page = body(organiser.get(&path).await).await;
        assert!(page.contains("Stoppa, ") && page.contains("Arrangøren stoppa meldinga: 2"), "{page}");
        assert!(!page.contains("/stopp\"") && !page.contains("name=\"do\""), "{page}");
        let log = body(organiser.get(&path.replace("/meldingar/", "?melding=")).await).await;
        assert!(log.contains("Arrangøren stoppa meldinga"), "{log}");
    }
}

#[tokio::test]
async fn what_is_in_hand_when_a_message_is_stopped_goes_nowhere_and_what_may_have_arrived_does_not_go_twice() {
    for kind in KINDS {
        let mut world = World::new(kind).await;
        world.kill();
        world.start_within(Limits { step: Duration::from_secs(30), dot: Duration::from_secs(30) });
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let organiser = Organiser::editor(&world);
        let (kept, doubtful) =
            (organiser.write(&[("any_hour", "yes")]).await, organiser.write(&[("any_hour", "yes")]).await);
        let fates = async || world.fates(Purpose::Notice).await;
        world.sink.behave(Mode::CloseAfterDot);
        assert_eq!(organiser.act(&doubtful, "release", &[]).await, "released");
        eventually("it may have arrived", async || fates().await == [Fate::Uncertain]).await;
        world.sink.behave(Mode::Hold);
        assert_eq!(organiser.act(&kept, "release", &[]).await, "released");
        eventually("it is being handed over", async || world.sink.held() == 1).await;
        assert_eq!(organiser.act(&kept, "stop", &[]).await, "stopped");
        assert_eq!(organiser.act(&doubtful, "stop", &[]).await, "stopped");
        world.sink.behave(Mode::Fine);
        world.mail.wake.notify_one();
        world.until(world.host.clock.now() + TimeDelta::hours(8)).await;
        let mut ended = fates().await;
        ended.sort();
        assert_eq!(ended, [Fate::Uncertain, Fate::Withdrawn], "{kind:?}");
        assert_eq!(got(&world).await, to(&[1]), "the one that may have arrived, once");
    }
}

#[tokio::test]
async fn an_organiser_sends_it_to_themselves_first() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let organiser = Organiser::editor(&world);
        let path = organiser.write(&[]).await;
        assert_eq!(organiser.act(&path, "try", &[]).await, "tried");
        let taken = world.taken().await;
        let tried: Vec<_> = taken.iter().filter(|letter| letter.to == "redaktor@distriktssenteret.example").collect();
        let subjects: BTreeSet<_> =
            tried.iter().map(|letter| mail(&letter.data).subject().unwrap().to_owned()).collect();
        assert_eq!(
            subjects,
            BTreeSet::from(["Prøve: Ta med Tomme lokale".to_owned(), "Test: Bring Empty premises".to_owned()])
        );
        assert!(tried.iter().all(|letter| ics(letter).is_none() && letter.header("List-Unsubscribe").is_none()));
        let trials: Vec<_> =
            world.letters().await.into_iter().filter(|letter| letter.purpose == Purpose::Trial).collect();
        assert!(
            trials.iter().all(|letter| letter.state == Fate::Sent && letter.facts.is_none()),
            "the address is gone"
        );
        assert_eq!(got(&world).await, to(&[]), "nobody else gets it");
    }
}

#[tokio::test]
async fn what_cannot_stay_is_told_of_beside_the_field_and_kept_as_it_was_typed() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        let organiser = Organiser::editor(&world);
        let typed = [("subject_nn", "Sjå {link}"), ("text_nn", "Du er allergisk mot {food} & <anna>")];
        let answer = organiser.post(&format!("{NOTICES}/ny"), &typed).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = body(answer).await;
        for expected in [
            "{food} finst ikkje",
            "{link} finst ikkje",
            "Vel kven som skal få meldinga",
            "Du er allergisk mot {food} &amp; &lt;anna&gt;",
            "id=\"text_nn-error\"",
        ] {
            assert!(page.contains(expected), "{expected} in {page}");
        }
        assert!(notice::of_event(&world.host.db.write, event().id).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn nobody_but_editors_of_the_event_knows_that_there_are_messages() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        let path = Organiser::editor(&world).write(&[]).await;
        for (organisation, role) in [
            ("distriktssenteret", Role::Reader),
            ("distriktssenteret", Role::Door),
            ("distriktssenteret", Role::Numbers),
            ("ks", Role::Owner),
        ] {
            let other = Organiser::of(&world, organisation, role);
            for page in [
                NOTICES.to_owned(),
                format!("{NOTICES}/ny"),
                path.clone(),
                format!("{path}/endre"),
                format!("{path}/stopp"),
            ] {
                assert_eq!(other.get(&page).await.status(), StatusCode::NOT_FOUND, "{role:?} {page}");
            }
            for (page, what) in [
                (format!("{NOTICES}/ny"), ""),
                (format!("{path}/endre"), ""),
                (path.clone(), "release"),
                (path.clone(), "try"),
                (path.clone(), "delete"),
                (path.clone(), "stop"),
            ] {
                let answer = other.post(&page, &[("do", what), ("revision", "1"), ("standing", "admitted")]).await;
                assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{role:?} {page} {what}");
            }
        }
        let owner = Organiser::of(&world, "distriktssenteret", Role::Owner);
        assert_eq!(owner.get(&path).await.status(), StatusCode::OK);
        let foreign = Organiser { csrf: "other".to_owned(), ..owner };
        assert_eq!(foreign.post(&path, &[("do", "release"), ("revision", "1")]).await.status(), StatusCode::FORBIDDEN);
        assert!(world.letters().await.is_empty());
    }
}

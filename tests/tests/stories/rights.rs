//! Every page and form of organisers and operators, as the routers list them, tried by each role: in the organisation that answers for
//! the event, in the event alone, in one that it is organised with, and in one that has nothing to do with it. What is not allowed answers
//! as what does not exist. Who may do what stands in `rights.txt`; `UPDATE=1` writes it anew, to be read before it is kept.

mod furniture;
mod links;
mod person;
mod site;

use person::{Person, ROLES, Where, everybody, nobody};
use proto::account::Role;
use site::{ADDRESS, NAME, Place, found, furnished, route_of};
use std::collections::{BTreeMap, BTreeSet};
use tests::visitor::{Page, local};
use tests::{Visitor, World};

/// Where organisers and those who run the installation are; all else is for everybody, or for whoever has its link.
const BEHIND_SIGN_IN: [&str; 2] = ["/arrangor", "/drift"];
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_may_not_do_is_not_there() {
    let world = furnished().await;
    let mut people = everybody(&world).await;
    let places = found(&world, &mut people).await;
    let mut trial = Trial { people, nobody: nobody(&world).await, wrong: Vec::new() };
    let mut rights: Vec<String> = places.iter().map(|place| format!("{}\n", place.route)).collect();
    let leaves = |place: &Place| place.route.ends_with("/logg-ut");
    // What is sent changes things: all is read first. Who has gone sends nothing any more.
    for (sends, gone) in [(false, false), (true, false), (false, true), (true, true)] {
        for (place, rights) in places.iter().zip(&mut rights).filter(|(place, _)| leaves(place) == gone) {
            match BEHIND_SIGN_IN.iter().any(|begun| place.route.starts_with(begun)) {
                true => rights.push_str(&trial.row(place, sends).await),
                false if sends => rights.push_str("  for everybody, or whoever has the link\n"),
                false => {}
            }
        }
        if !sends && !gone {
            trial.led(&world).await;
        }
    }
    let Trial { mut wrong, .. } = trial;
    let (file, rights) = (concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stories/rights.txt"), rights.concat());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, &rights).expect("a file");
    }
    links::mangled(&world, &places, &mut wrong).await;
    world.end().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let known = std::fs::read_to_string(file).expect("rights.txt");
    for (at, (known, tried)) in known.lines().zip(rights.lines()).enumerate() {
        assert_eq!(known, tried, "rights.txt line {}; `UPDATE=1` writes it anew, to be read before it is kept", at + 1);
    }
    assert_eq!(known.lines().count(), rights.lines().count(), "pages that are new or gone; see rights.txt");
}

/// All who try, and what should not have been.
struct Trial {
    people: Vec<Person>,
    /// Somebody who is not signed in.
    nobody: Person,
    wrong: Vec<String>,
}

impl Trial {
    /// Who may read, or send, what is there, in a line; nothing where that cannot be done at all.
    async fn row(&mut self, place: &Place, sends: bool) -> String {
        let path = if sends { &place.sent_to } else { &place.path };
        let Person { visitor, csrf, .. } = &mut self.nobody;
        let asked = if sends { sent(visitor, place, csrf).await } else { visitor.get(path).await };
        if asked.status.as_u16() == 405 {
            return String::new();
        }
        let open = !leads_to_sign_in(&asked) && !leads_to_account(&asked, place);
        if sends {
            self.from_elsewhere(path).await;
        }
        let mut may: BTreeMap<Where, Vec<&'static str>> = BTreeMap::new();
        for at in Where::ALL {
            let mut done: Vec<Role> = Vec::new();
            // What is closed to strangers who may most is closed to the others of them, as reading shows.
            let most = |one: &Person| one.at == at && one.role == Role::Owner && matches!(at, Where::Other | Where::Co);
            if let Some(index) = self.people.iter().position(most).filter(|_| sends)
                && !self.may(index, place, sends).await
            {
                continue;
            }
            for role in ROLES {
                let Some(index) = self.people.iter().position(|one| one.at == at && one.role == role) else { continue };
                if at == Where::House && path.starts_with("/arrangor/konto") {
                    continue;
                }
                // The least first: what is sent is done, and who may do what a lesser role did need not do it again.
                let lesser = done.iter().any(|lesser| role.includes(*lesser));
                if sends && lesser || self.may(index, place, sends).await {
                    done.push(role);
                    may.entry(at).or_default().push(self.people[index].word());
                } else if lesser {
                    self.wrong.push(format!("{path} is closed to {role:?} of {at:?}, who may less than {done:?}"));
                }
            }
        }
        let what = if sends { "sends" } else { "reads" };
        let all: usize = may.values().map(Vec::len).sum();
        // Whoever runs the installation has no session of an organiser here.
        if all + 1 >= self.people.len() {
            let whom = if open { "everybody" } else { "everybody who is signed in" };
            return format!("  {what}: {whom}\n");
        }
        if open && asked.status.as_u16() != 404 {
            self.wrong.push(format!("{path} is answered {} to those who are not signed in", asked.status));
        }
        if all == 0 {
            // What nobody may do cannot be seen to be closed to anybody.
            self.wrong.push(format!("{} {what} nobody: there has to be something at {path}", place.route));
            return format!("  {what}: nobody\n");
        }
        let each = may.into_iter().map(|(at, mut roles)| {
            roles.reverse();
            format!("{}: {}", at.word(), roles.join(" "))
        });
        format!("  {what}: {}\n", each.collect::<Vec<_>>().join("; "))
    }

    /// Whether somebody gets anything there. If not, they are told what is told of what does not exist.
    async fn may(&mut self, index: usize, place: &Place, sends: bool) -> bool {
        let Person { at, role, visitor, csrf, nothing, led, .. } = &mut self.people[index];
        let path = if sends { &place.sent_to } else { &place.path };
        let page = if sends { sent(visitor, place, csrf).await } else { visitor.get(path).await };
        // A passkey that is none is refused in words.
        let refused = page.status.as_u16() == 403 && !path.ends_with("/passnokkel");
        if refused || page.status.is_server_error() {
            self.wrong.push(format!("{path} is answered {} to {role:?} of {at:?}, sent: {sends}", page.status));
        }
        if page.status.as_u16() != 404 {
            let here = matches!(at, Where::Own | Where::Event);
            let shown = [
                (NAME, here && (role.includes(Role::Reader) || role.includes(Role::Door))),
                (ADDRESS, here && role.includes(Role::Reader)),
            ];
            for (personal, may_see) in shown {
                if page.body.contains(personal) && !may_see {
                    self.wrong.push(format!("{path} shows {personal} to {role:?} of {at:?}"));
                }
            }
            if !sends {
                let links = page.body.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next());
                let behind = |link: &&str| BEHIND_SIGN_IN.iter().any(|begun| link.starts_with(begun));
                // Whoever changes the language is where they were, and is told of nothing in other words afterwards.
                for link in links.filter(behind).filter(|link| !link.contains("sprak=")) {
                    led.entry(link.to_owned()).or_insert_with(|| path.clone());
                }
            }
            // Of an operator we have the roles alone, and no session.
            return !leads_to_sign_in(&page);
        }
        if page.body.replace(path.as_str(), "") != nothing[usize::from(sends)] {
            self.wrong.push(format!("{path} is told from nothing by {role:?} of {at:?}, sent: {sends}\n{}", page.body));
        }
        false
    }

    /// No page leads somebody to what is not there for them; of each route they follow one link.
    async fn led(&mut self, world: &World) {
        let routes = world.paths.iter().collect();
        let mut known: BTreeMap<String, Option<String>> = BTreeMap::new();
        for Person { at, role, visitor, led, .. } in &mut self.people {
            let mut followed: BTreeSet<String> = BTreeSet::new();
            for (link, from) in std::mem::take(led) {
                let route =
                    known.entry(link.clone()).or_insert_with(|| route_of(&routes, link.split('?').next()?)).clone();
                if route.is_some_and(|route| !route.ends_with("/logg-ut") && followed.insert(route))
                    && visitor.get(&link.replace("&amp;", "&")).await.status.as_u16() == 404
                {
                    self.wrong.push(format!("{from} leads {role:?} of {at:?} to {link}, which is not there"));
                }
            }
        }
    }

    /// What comes from elsewhere is not done, also for those who may do the most.
    async fn from_elsewhere(&mut self, path: &str) {
        let owners = self.people.iter_mut().filter(|one| one.at == Where::Own && one.role == Role::Owner);
        for Person { at, role, visitor, .. } in owners {
            let page = visitor.post(path, &[]).await;
            let turned_away = [403, 404, 415].contains(&page.status.as_u16());
            if !turned_away && !leads_to_sign_in(&page) {
                self.wrong.push(format!("{path} from elsewhere is answered {} to {role:?} of {at:?}", page.status));
            }
        }
    }
}

fn leads_to_sign_in(page: &Page) -> bool {
    page.location.as_deref().is_some_and(|to| local(to).starts_with("/arrangor/logg-inn?til="))
}

/// What is done with one's own account, when there is none, leads to its page, which sends those who come there to sign in.
fn leads_to_account(page: &Page, place: &Place) -> bool {
    place.route.starts_with("/arrangor/konto/")
        && page.location.as_deref().is_some_and(|to| local(to).starts_with("/arrangor/konto/"))
}

/// A form with nothing in it, or with the least that it is one; as files are sent where that is what is asked for.
async fn sent(visitor: &mut Visitor, place: &Place, csrf: &str) -> Page {
    let least = place.fields.iter().map(|(name, value)| (*name, value.as_str()));
    let fields: Vec<(&str, &str)> = [("csrf", csrf)].into_iter().chain(least).collect();
    let page = visitor.post(&place.sent_to, &fields).await;
    match page.status.as_u16() {
        415 => visitor.post_parts(&place.sent_to, &fields).await,
        _ => page,
    }
}

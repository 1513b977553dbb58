//! Does what a step says, through the pages and the desk.

use super::{MEMBERS, ROLES, Step, Trial};
use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use moteplass::commands::import::take_in;
use proto::account::Role;
use std::collections::BTreeMap;
use std::fmt::Write;
use tests::delegations::{Gathering, LINK, naming, press};
use tests::visitor::Page;
use tests::{Visitor, World};
use uuid::Uuid;

impl<'w> Trial<'w> {
    pub(super) async fn begin(world: &'w World, number: usize) -> Self {
        let organiser = world.organiser(&format!("editor{number}@example.no"), "distriktssenteret", Role::Editor).await;
        let mut trial = Self {
            world,
            number,
            places: 9,
            elected: 1,
            released: false,
            is_member: [true, true, true, false],
            contacts: [0; MEMBERS.len()],
            organiser,
            taken: BTreeMap::new(),
        };
        trial.import_network().await;
        trial.import(trial.places, trial.elected, trial.released).await.expect("a gathering");
        trial.press(&[("what", "invite")]).await;
        trial.check().await;
        trial
    }

    fn network(&self) -> String {
        format!("nett-{}", self.number)
    }

    fn contact(&self, member: usize) -> String {
        format!("{}{}.{}@example.no", MEMBERS[member].0, self.contacts[member], self.slug())
    }

    async fn import_network(&self) {
        let mut table = "member;kind;name;municipality;from;to;contact_name;contact_email\n".to_owned();
        for (n, (key, number)) in MEMBERS.iter().enumerate() {
            let to = if self.is_member[n] { "" } else { "2026-12-31" };
            let contact = self.contact(n);
            writeln!(table, "{key};region;{key};{number};2015-01-01;{to};Kontakt;{contact}").expect("a text");
        }
        self.world.network(&self.network(), &table).await;
    }

    /// What is not possible with the members that there are is refused, and everything is as it was.
    async fn import(&self, places: usize, elected: u32, released: bool) -> anyhow::Result<String> {
        let release = if released { "2027-01-04" } else { "2027-04-12" };
        let gathering = Gathering {
            slug: &self.slug(),
            network: &self.network(),
            capacity: places,
            delegations: &format!("extra = 2\nrelease = {release}\nat_most = {{ elected = {elected} }}"),
            ..Gathering::default()
        };
        take_in(&self.world.house, "samling.toml", &gathering.toml()).await
    }

    /// The organiser presses a button.
    async fn press(&mut self, fields: &[(&str, &str)]) {
        let slug = self.slug();
        press(&mut self.organiser, &slug, fields).await;
    }

    /// The id by which the organiser's page calls a member.
    async fn delegation(&self, member: usize) -> Option<String> {
        let sql = "SELECT d.id AS id FROM delegation d JOIN gathering g ON g.id = d.gathering WHERE g.slug = ? AND d.member = ?";
        let rows = self.gathering(sql, [self.slug().into(), MEMBERS[member].0.into()]).await;
        rows.first().map(|row| row.try_get::<Uuid>("", "id").expect("an id").to_string())
    }

    /// The contact's page, once they have a link.
    async fn page(&self, member: usize) -> Option<(Visitor, String, Page)> {
        let link = self.world.sink.link(&self.contact(member), LINK)?;
        let mut visitor = self.world.visitor("nn");
        let page = visitor.get(&link).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.words());
        Some((visitor, link, page))
    }

    /// The contact sends a form; what is not possible is told in words.
    async fn send(&self, member: usize, seat: Option<usize>, fields: &[(&str, &str)]) {
        let Some((mut visitor, link, page)) = self.page(member).await else { return };
        let seats: Vec<&str> = page.body.split("?byt=").skip(1).filter_map(|rest| rest.split('#').next()).collect();
        let mut all = vec![("csrf", page.value("csrf").unwrap_or_default())];
        if let Some(seat) = seat {
            let Some(id) = seats.get(seat) else { return };
            all.extend([("seat", (*id).to_owned()), ("instead_of", (*id).to_owned())]);
        }
        all.extend(fields.iter().map(|(name, value)| (*name, (*value).to_owned())));
        let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = visitor.post(&link, &all).await;
        let known = [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY];
        assert!(known.contains(&answer.status), "{fields:?} was answered {}: {}", answer.status, answer.words());
    }

    async fn name(&self, member: usize, seat: Option<usize>, role: usize, who: usize) {
        let (name, email) = (format!("Person {who}"), self.person(who));
        self.send(member, seat, &naming(&name, &email, ROLES[role])).await;
    }

    /// The organiser does something about one member.
    async fn act(&mut self, what: &str, member: usize, more: &[(&str, &str)]) {
        let Some(id) = self.delegation(member).await else { return };
        let mut fields = vec![("what", what), ("delegation", id.as_str())];
        fields.extend_from_slice(more);
        self.press(&fields).await;
    }

    /// Does one step.
    pub(super) async fn take(&mut self, step: &Step) {
        match step {
            Step::Name(member, role, who) => self.name(*member, None, *role, *who).await,
            Step::Replace(member, seat, role, who) => self.name(*member, Some(*seat), *role, *who).await,
            Step::Clear(member, seat) => self.send(*member, Some(*seat), &[("what", "clear")]).await,
            Step::AskForMore(member, seats) => {
                self.send(*member, None, &[("what", "extra"), ("extra", &seats.to_string())]).await;
            }
            Step::Grant(member) => self.act("grant", *member, &[("seats", "2")]).await,
            Step::Decline(member) => self.act("decline", *member, &[("sure", "yes")]).await,
            Step::Come(member) => self.act("come", *member, &[]).await,
            Step::Release => {
                self.released = true;
                self.import(self.places, self.elected, true).await.expect("it can be released");
                self.world.house.clock.advance(TimeDelta::seconds(1));
                let unreleased = "SELECT d.id AS id FROM delegation d JOIN gathering g ON g.id = d.gathering \
                                  WHERE g.slug = ? AND NOT d.released";
                let are_all = || async { self.gathering(unreleased, [self.slug().into()]).await.is_empty() };
                bus::testing::eventually("all seats without a name are released", are_all).await;
            }
            Step::Elected(elected) => {
                // Whether more are there than from now on is known only when nothing is on its way.
                self.check().await;
                self.elected = *elected;
                self.import(self.places, *elected, self.released).await.expect("other limits are possible");
                self.check().await;
            }
            Step::Places(places) => {
                self.check().await;
                if self.import(*places, self.elected, self.released).await.is_ok() {
                    self.places = *places;
                }
                self.check().await;
            }
            Step::Membership(member) => {
                self.is_member[*member] = !self.is_member[*member];
                if self.is_member[*member] {
                    self.import_network().await;
                    self.expect_members().await;
                } else {
                    self.change_contact(*member).await;
                }
            }
            Step::Contact(member) => {
                self.world.settle().await;
                self.change_contact(*member).await;
            }
            Step::SignUp(who) => {
                let body = serde_json::json!({
                    "name": format!("Person {who}"), "email": self.person(*who), "language": "nn", "answers": {},
                    "choices": [],
                });
                let path = format!("/api/v1/events/{}/registrations", self.slug());
                let (status, answer) = self.world.visitor("nn").json(Method::POST, &path, None, &body).await;
                assert_eq!(status, StatusCode::CREATED, "{answer}");
            }
            Step::Withdraw(who) => {
                let Some(token) = self.world.sink.link(&self.person(*who), "/mi/") else { return };
                let path = token.replace("/mi/", "/api/v1/registrations/");
                let none = serde_json::Value::Null;
                let (status, answer) = self.world.visitor("nn").json(Method::DELETE, &path, None, &none).await;
                assert!(!status.is_server_error(), "{answer}");
            }
            Step::HandOver(who, to) => {
                let Some(own) = self.world.sink.link(&self.person(*who), "/mi/") else { return };
                let (mut visitor, path) = (self.world.visitor("nn"), format!("{own}/gi-vidare"));
                let page = visitor.get(&path).await;
                let Some(csrf) = page.value("csrf") else { return };
                let (name, email) = (format!("Person {to}"), self.person(*to));
                let answer = visitor.post(&path, &[("csrf", &csrf), ("name", &name), ("email", &email)]).await;
                assert!(!answer.status.is_server_error(), "{}", answer.words());
            }
            Step::Settle => self.check().await,
        }
    }

    /// Somebody else acts for the member, if it is one. The link of whoever did so before opens nothing.
    async fn change_contact(&mut self, member: usize) {
        let before = self.world.sink.link(&self.contact(member), LINK);
        self.contacts[member] += 1;
        self.import_network().await;
        self.expect_members().await;
        if let Some(before) = before {
            assert_eq!(self.world.visitor("nn").get(&before).await.status, StatusCode::NOT_FOUND);
        }
    }

    /// The gathering is imported again, and those who are new in it are invited.
    async fn expect_members(&mut self) {
        // With more members there may be fewer places than seats; then nothing is imported and they wait for the next time.
        if self.import(self.places, self.elected, self.released).await.is_err() {
            self.places = 12;
            self.import(self.places, self.elected, self.released).await.expect("there are places for all");
        }
        self.press(&[("what", "invite")]).await;
        self.world.settle().await;
    }
}

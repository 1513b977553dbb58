/// What things are called at the broker.
#[derive(Clone, Debug)]
pub(super) struct Names {
    namespace: Option<String>,
}

impl Names {
    pub(super) fn new(namespace: Option<&str>) -> Self {
        Self { namespace: namespace.map(str::to_owned) }
    }

    /// The exchange that everything is said to.
    pub(super) fn events(&self) -> String {
        self.shared("events")
    }

    /// The exchange through which queues hand over what was rejected.
    pub(super) fn parking(&self) -> String {
        self.shared("parking")
    }

    /// The queue for what nobody hears.
    pub(super) fn unheard(&self) -> String {
        self.shared("unheard")
    }

    pub(super) fn inbox(&self, service: &str) -> String {
        self.of(service, "inbox")
    }

    pub(super) fn parking_of(&self, service: &str) -> String {
        self.of(service, "parking")
    }

    fn shared(&self, what: &str) -> String {
        format!("{}.{what}", self.namespace.as_deref().unwrap_or("mp"))
    }

    fn of(&self, service: &str, what: &str) -> String {
        match &self.namespace {
            Some(namespace) => format!("{namespace}.{service}.{what}"),
            None => format!("{service}.{what}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn a_namespace_keeps_installations_apart() {
        let plain = Names::new(None);
        assert_eq!((plain.events().as_str(), plain.inbox("mail").as_str()), ("mp.events", "mail.inbox"));
        assert_eq!((plain.parking().as_str(), plain.parking_of("mail").as_str()), ("mp.parking", "mail.parking"));
        let spaced = Names::new(Some("t1"));
        assert_eq!((spaced.events().as_str(), spaced.inbox("mail").as_str()), ("t1.events", "t1.mail.inbox"));
        assert_eq!(spaced.unheard(), "t1.unheard");
    }
}

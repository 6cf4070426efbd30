//! Finds things by their names; it knows nothing of the things.
//!
//! A map is compiled anew for each kind of thing. The one from names to places is there already, so all things share it.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Things with names.
#[derive(Debug)]
pub(super) struct Index<'a, T> {
    places: BTreeMap<Cow<'a, str>, usize>,
    things: Vec<T>,
}

impl<'a, T> Index<'a, T> {
    /// Returns an index of nothing.
    pub(super) fn new() -> Self {
        Self { places: BTreeMap::new(), things: Vec::new() }
    }

    /// Adds a thing, if its name is new.
    pub(super) fn add(&mut self, name: Cow<'a, str>, thing: T) {
        let place = self.things.len();
        if *self.places.entry(name).or_insert(place) == place {
            self.things.push(thing);
        }
    }

    /// Returns the thing of a name to be changed, a new one if the name is new.
    pub(super) fn entry(&mut self, name: Cow<'a, str>) -> Option<&mut T>
    where
        T: Default,
    {
        let place = *self.places.entry(name).or_insert(self.things.len());
        if place == self.things.len() {
            self.things.push(T::default());
        }
        self.things.get_mut(place)
    }

    /// Returns the thing of a name.
    pub(super) fn get(&self, name: &str) -> Option<&T> {
        self.things.get(*self.places.get(name)?)
    }
}

// What libraries of 2006 left on old sites: methods on every prototype, and globals of their own.
Object.prototype.extend = function (other) {
  for (var key in other) this[key] = other[key];
  return this;
};
Array.prototype.each = function (visit) {
  for (var place = 0; place < this.length; place += 1) visit(this[place]);
};
// Prototype 1.6 and older: JSON.stringify asks it, and gets a string instead of an array.
Array.prototype.toJSON = function () {
  return '[' + this.join(', ') + ']';
};
String.prototype.toJSON = function () {
  return '"' + this + '"';
};
String.prototype.blank = function () {
  return /^\s*$/.test(this);
};
Function.prototype.wrap = function () {
  return this;
};
Element.prototype.show = function () {
  return this;
};

var fetchOfBrowser = window.fetch;
window.fetch = function () {
  return fetchOfBrowser.apply(window, arguments).then(function (answer) {
    return answer;
  });
};

window.Promise = class PromiseOfSite extends Promise {};

window.Event = class EventOfSite extends Event {};

var parseOfBrowser = JSON.parse;
JSON.parse = function (text, reviver) {
  return parseOfBrowser.call(JSON, text, reviver);
};
